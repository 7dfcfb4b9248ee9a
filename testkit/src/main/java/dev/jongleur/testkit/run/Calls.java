package dev.jongleur.testkit.run;

import dev.jongleur.DataSource;
import dev.jongleur.KeyValueModel;
import dev.jongleur.Model;
import dev.jongleur.Transaction;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.error.ValidationException;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what a target names, and calls it (FORMAT 5.1, 5.3). */
final class Calls {
  private final World world;
  private final Names names;

  Calls(World world, Names names) {
    this.world = world;
    this.names = names;
  }

  @Nullable Object call(String target, Arguments arguments) {
    List<String> path = List.of(target.split("\\."));
    return target.startsWith("$")
        ? onBound(bare(path), arguments)
        : onGlobal(path.getFirst(), path.subList(1, path.size()), arguments);
  }

  /** A property of something bound, without its dollar sign. */
  @Nullable Object get(String path) {
    String end = ".errors";
    return path.endsWith(end)
        ? names.errors(path.substring(0, path.length() - end.length()))
        : names.resolve(path);
  }

  private @Nullable Object onGlobal(String name, List<String> rest, Arguments arguments) {
    Optional<KeyValueModel> keyed = world.keyed(name);
    if (keyed.isPresent()) {
      return KeyedCalls.call(keyed.get(), rest.getFirst(), arguments);
    }
    Optional<Model> model = world.model(name);
    if (model.isPresent()) {
      return onModel(model.get(), rest, arguments);
    }
    DataSource source = world.source(name).orElseThrow(() -> noSuch("model or source " + name));
    return SourceCalls.call(world, source, rest.getFirst(), arguments);
  }

  private @Nullable Object onModel(Model model, List<String> rest, Arguments arguments) {
    String first = rest.getFirst();
    Set<String> scopes = scopes(model);
    if (scopes.contains(first)) {
      return RelatedCalls.scope(
          model.scope(first), scopes, rest.subList(1, rest.size()), arguments);
    }
    if (first.equals("definition")) {
      return DefinitionCalls.call(model.definition(), rest.getLast(), arguments);
    }
    if (first.equals("defineProperty")) {
      return world.defineProperty(model.name(), arguments.text(0), arguments.at(1));
    }
    return ModelCalls.call(model, first, arguments);
  }

  /** Walks along the path until it reaches a relation or the last word, which is the method. */
  private @Nullable Object onBound(List<String> path, Arguments arguments) {
    for (int end = 1; end < path.size(); end++) {
      Object value = names.resolve(String.join(".", path.subList(0, end)));
      if (value instanceof Entity owner
          && owner.definition().relations().containsKey(path.get(end))) {
        return onRelation(path.subList(0, end), owner, path.subList(end, path.size()), arguments);
      }
    }
    List<String> place = path.subList(0, path.size() - 1);
    return onValue(place, names.resolve(String.join(".", place)), path.getLast(), arguments);
  }

  private @Nullable Object onRelation(
      List<String> place, Entity owner, List<String> rest, Arguments arguments) {
    Model model = modelOf(owner);
    String name = rest.getFirst();
    Relation relation = owner.definition().relation(name).orElseThrow();
    Object result =
        RelatedCalls.relation(
            model.related(owner, name),
            relation,
            world.model(relation.model()).map(Calls::scopes).orElse(Set.of()),
            rest.subList(1, rest.size()),
            arguments);
    boolean stored = relation.kind() == Relation.Kind.BELONGS_TO && rest.getLast().equals("create");
    if (stored) {
      reread(place, model, owner);
    }
    return result;
  }

  /** A method of the relation stored the owner: its name is bound to what is stored now. */
  private void reread(List<String> place, Model model, Entity owner) {
    model
        .findById(owner.id(), dev.jongleur.query.Filter.all(), Options.of("notify", false))
        .ifPresent(stored -> names.replace(place, stored));
  }

  private @Nullable Object onValue(
      List<String> place, @Nullable Object value, String method, Arguments arguments) {
    return switch (value) {
      case Entity entity -> onEntity(place, entity, method, arguments);
      case List<?> list when method.equals("push") -> push(place, list, arguments);
      case List<?> list when method.equals("toArray") || method.equals("toJSON") -> list;
      case Transaction transaction -> onTransaction(transaction, method);
      case GeoPoint point -> onPoint(point, method, arguments);
      case dev.jongleur.entity.DateText text when method.equals("toString") -> text.when();
      case null, default -> throw noSuch("method " + method + " of " + value);
    };
  }

  private @Nullable Object onEntity(
      List<String> place, Entity entity, String method, Arguments arguments) {
    Model model = modelOf(entity);
    if (method.equals("isValid")) {
      ValidationErrors found = model.validate(entity);
      names.found(place, found);
      return found.isEmpty();
    }
    try {
      EntityCalls.Answer answer = EntityCalls.call(model, entity, method, arguments);
      answer.changed().ifPresent(changed -> names.replace(place, changed));
      return answer.result();
    } catch (ValidationException e) {
      names.found(place, e.errors());
      throw e;
    }
  }

  private @Nullable Object push(List<String> place, List<?> list, Arguments arguments) {
    var longer = new ArrayList<@Nullable Object>(list);
    longer.add(arguments.at(0));
    names.replace(place, longer);
    List<?> now = (List<?>) names.resolve(String.join(".", place));
    return now == null ? null : now.getLast();
  }

  private static @Nullable Object onTransaction(Transaction transaction, String method) {
    switch (method) {
      case "commit" -> transaction.commit();
      case "rollback" -> transaction.rollback();
      default -> throw noSuch("method " + method + " of a transaction");
    }
    return null;
  }

  private static Object onPoint(GeoPoint point, String method, Arguments arguments) {
    return switch (method) {
      case "toString" -> point.toString();
      case "distanceTo" ->
          point.distanceTo(
              GeoPoint.read(arguments.at(0)),
              GeoPoint.Unit.named(Raw.text(Raw.map(arguments.at(1)).get("type"))));
      default -> throw noSuch("method " + method + " of a geopoint");
    };
  }

  private static Set<String> scopes(Model model) {
    return model.definition().settings().scopes().keySet();
  }

  private Model modelOf(Entity entity) {
    String name = entity.definition().name();
    return world.model(name).orElseThrow(() -> noSuch("methods of a nested value"));
  }

  private static MissingFeature noSuch(String what) {
    return new MissingFeature(what);
  }

  private static List<String> bare(List<String> path) {
    var bare = new ArrayList<>(path);
    bare.set(0, path.getFirst().substring(1));
    return bare;
  }
}
