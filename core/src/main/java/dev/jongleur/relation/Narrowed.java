package dev.jongleur.relation;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.plan.Merge;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a model's rows: those related to an entity, or those of a named scope. Says which rows
 * a filter means within it, and what new rows must hold to lie in it.
 *
 * @param empty whether no row can be in it: the rows of an owner that is not stored (F-268)
 * @param single whether only one row may be in it
 */
public record Narrowed(
    Binding binding,
    Filter scope,
    Map<String, @Nullable Object> given,
    boolean empty,
    boolean single) {

  /** What is related to one entity. */
  public static Narrowed related(Binding near, Entity owner, String relation) {
    Link link = Link.of(near, relation);
    Object key = owner.isStored() || isReference(link) ? owner.get(link.keyFrom()) : null;
    var given = new LinkedHashMap<String, @Nullable Object>();
    given.put(link.keyTo(), key);
    return new Narrowed(
        link.far(),
        link.scope().and(Where.eq(link.keyTo(), key)),
        given,
        key == null,
        isSingle(link));
  }

  /**
   * The rows of a named scope.
   *
   * @throws QueryException when the model has none of that name
   */
  public static Narrowed scope(Binding binding, String name) {
    return new Narrowed(binding, Filter.all(), Map.of(), false, false).within(name);
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
    return new Narrowed(binding, Merge.of(scope, further), both, empty, single);
  }

  /** The filter that means the same rows on the whole model. */
  public Filter within(Filter asked) {
    return empty ? asked.withWhere(Where.none()) : Merge.of(scope, asked);
  }

  /** Data that lies in this part, whatever the caller says of it. */
  public Map<String, @Nullable Object> place(Map<String, ? extends @Nullable Object> data) {
    if (empty) {
      throw new DataException("The owner is not stored; what belongs to it cannot be created yet.");
    }
    var placed = new LinkedHashMap<String, @Nullable Object>(data);
    placed.putAll(given);
    return placed;
  }

  private static boolean isSingle(Link link) {
    return link.relation().kind() == Relation.Kind.HAS_ONE;
  }

  private static boolean isReference(Link link) {
    return link.relation().kind() == Relation.Kind.BELONGS_TO;
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
