package dev.jongleur.testkit.run;

import dev.jongleur.Related;
import dev.jongleur.definition.Relation;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of relations and named scopes, by LoopBack's names (FORMAT 5.1). */
final class RelatedCalls {
  private RelatedCalls() {}

  /**
   * Calls a relation.
   *
   * @param scopes the named scopes of the related model
   */
  static @Nullable Object relation(
      Related related, Relation relation, Set<String> scopes, List<String> rest, Arguments args) {
    boolean one =
        switch (relation.kind()) {
          case BELONGS_TO, HAS_ONE, EMBEDS_ONE -> true;
          case HAS_MANY, HAS_AND_BELONGS_TO_MANY, REFERENCES_MANY, EMBEDS_MANY -> false;
        };
    if (one) {
      return toOne(related, rest, args);
    }
    return rest.equals(List.of("findById"))
        ? related.get(args.at(0), args.options(1))
        : toMany(related, scopes, rest, args);
  }

  /** Calls a named scope, or a chain of those that its model has. */
  static @Nullable Object scope(
      Related scope, Set<String> scopes, List<String> rest, Arguments args) {
    return toMany(scope, scopes, rest, args);
  }

  private static @Nullable Object toOne(Related related, List<String> rest, Arguments args) {
    if (rest.isEmpty()) {
      return related.findOne(args.filter(0), args.options(1)).orElse(null);
    }
    return switch (method(rest)) {
      case "get" -> related.get(args.options(0)).orElse(null);
      case "create" -> related.create(args.data(0), args.options(1));
      case "build" -> related.make(args.data(0), args.options(1));
      default -> throw missing(rest);
    };
  }

  private static @Nullable Object toMany(
      Related related, Set<String> scopes, List<String> rest, Arguments args) {
    if (rest.isEmpty()) {
      return related.find(args.filter(0), args.options(1));
    }
    if (scopes.contains(rest.getFirst())) {
      Related further = related.scope(rest.getFirst());
      return toMany(further, scopes, rest.subList(1, rest.size()), args);
    }
    return switch (method(rest)) {
      case "find" -> related.find(args.filter(0), args.options(1));
      case "findOne" -> related.findOne(args.filter(0), args.options(1)).orElse(null);
      case "findById" -> related.findById(args.at(0), Filter.all(), args.options(1)).orElse(null);
      case "exists" -> related.exists(id(args.at(0)), args.options(1));
      case "count" -> related.count(args.where(0), args.options(1));
      case "create" -> create(related, args);
      case "build" -> related.make(args.data(0), args.options(1));
      case "updateAll" ->
          ModelCalls.counted(related.updateAll(args.where(0), args.data(1), args.options(2)));
      case "destroyAll" -> ModelCalls.counted(related.deleteAll(args.where(0), args.options(1)));
      case "updateById" -> related.patch(args.at(0), args.data(1), args.options(2));
      case "destroy" -> ModelCalls.counted(related.deleteById(args.at(0), args.options(1)));
      case "add" -> related.add(args.at(0), args.data(1), args.options(2));
      case "remove" -> related.remove(args.at(0), args.options(1));
      default -> throw missing(rest);
    };
  }

  private static Object create(Related related, Arguments args) {
    if (!(args.at(0) instanceof List)) {
      return related.create(args.data(0), args.options(1));
    }
    var created = new ArrayList<Object>();
    args.dataList(0).forEach(data -> created.add(related.create(data, args.options(1))));
    return created;
  }

  private static @Nullable Object id(@Nullable Object idOrEntity) {
    return idOrEntity instanceof dev.jongleur.entity.Entity entity ? entity.id() : idOrEntity;
  }

  private static String method(List<String> rest) {
    if (rest.size() > 1) {
      throw missing(rest);
    }
    return rest.getFirst();
  }

  private static MissingFeature missing(List<String> rest) {
    return new MissingFeature("\"" + String.join(".", rest) + "\" of a relation or scope");
  }
}
