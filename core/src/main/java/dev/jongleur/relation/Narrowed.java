package dev.jongleur.relation;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.operation.call.Call;
import dev.jongleur.plan.Merge;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import dev.jongleur.relation.Members.Every;
import dev.jongleur.relation.Members.Owned;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a model's rows: those related to an entity, or those of a named scope. Says which rows
 * a filter means within it, and what new rows must hold to lie in it.
 *
 * @param given what every row in it has, and a new one gets
 * @param single whether only one row may be in it
 */
public record Narrowed(
    Binding binding,
    Filter scope,
    Map<String, @Nullable Object> given,
    Members members,
    boolean single)
    implements Part {

  /** What is related to one entity. */
  public static Narrowed related(Binding near, Entity owner, String relation) {
    return switch (Link.of(near, relation)) {
      case Direct direct -> direct(direct, owner);
      case Through through -> through(through, owner);
    };
  }

  private static Narrowed direct(Direct link, Entity owner) {
    Object key = owner.isStored() || link.isReference() ? owner.get(link.keyFrom()) : null;
    var given = new LinkedHashMap<String, @Nullable Object>();
    given.put(link.keyTo(), key);
    return new Narrowed(
        link.far(),
        link.scope().and(Where.eq(link.keyTo(), key)),
        given,
        key == null ? Every.NONE : new Owned(link.keyTo(), Copied.from(owner, link.relation())),
        link.isSingle());
  }

  private static Narrowed through(Through link, Entity owner) {
    Object key = owner.isStored() ? owner.get(link.keyFrom()) : null;
    Members members =
        key == null ? Every.NONE : new Links(link, key, Copied.from(owner, link.relation()));
    return new Narrowed(link.far(), link.scope(), Map.of(), members, false);
  }

  /**
   * The rows of a named scope.
   *
   * @throws QueryException when the model has none of that name
   */
  public static Narrowed scope(Binding binding, String name) {
    return new Narrowed(binding, Filter.all(), Map.of(), Every.ROW, false).within(name);
  }

  /**
   * The rows of this part that are in a named scope of its model too.
   *
   * @throws QueryException when the model has none of that name
   */
  public Narrowed within(String name) {
    ModelDefinition model = binding.definition();
    Map<String, Object> raw = model.settings().scopes().get(name);
    if (raw == null) {
      throw new QueryException("\"" + model.name() + "\" has no scope \"" + name + "\".");
    }
    Filter further = Filter.read((Object) raw);
    var both = new LinkedHashMap<String, @Nullable Object>();
    equalities(further.where(), both);
    both.putAll(given);
    return new Narrowed(binding, Merge.of(scope, further), both, members, single);
  }

  @Override
  public Filter within(Call call, Filter asked) {
    return switch (members) {
      case Every.ROW -> Merge.of(scope, asked);
      case Owned _ -> Merge.of(scope, asked);
      case Every.NONE -> asked.withWhere(Where.none());
      case Links links -> Merge.of(scope, asked).and(links.targets(call));
    };
  }

  /** The filter that means the row with an id, if it is in this part. */
  public Filter withId(Call call, @Nullable Object id, Filter asked) {
    Filter one = asked.withWhere(call.whereId(id));
    return members instanceof Links links && id != null
        ? Merge.of(scope, one).and(links.target(call, id))
        : within(call, one);
  }

  /** Data that lies in this part, whatever the caller says of it. */
  public Map<String, @Nullable Object> place(Map<String, ? extends @Nullable Object> data) {
    if (members == Every.NONE) {
      throw new DataException("The owner is not stored; what belongs to it cannot be created yet.");
    }
    var placed = new LinkedHashMap<String, @Nullable Object>(data);
    if (members instanceof Owned owned) {
      placed.putAll(owned.copied());
    }
    placed.putAll(given);
    return placed;
  }

  private static void equalities(Where where, Map<String, @Nullable Object> given) {
    if (where instanceof And(var parts)) {
      parts.forEach(part -> equalities(part, given));
    } else if (where instanceof Comparison comparison
        && comparison.operator() == Operator.EQ
        && !comparison.isNested()
        && comparison.operand() != Nothing.UNDEFINED) {
      given.put(comparison.path(), comparison.operand());
    }
  }
}
