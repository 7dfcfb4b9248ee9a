package dev.jongleur.relation;

import dev.jongleur.definition.Relation;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.query.Filter;

/**
 * A link by one pair of keys: one of the two models has the other's.
 *
 * @param scope the relation's own filter on what is related
 */
record Direct(
    Relation relation, Binding far, String keyFrom, String keyTo, boolean many, Filter scope)
    implements Link {

  static Direct of(Binding near, Relation relation) {
    Binding far = near.other(relation.model());
    Filter scope = Link.scope(relation);
    String foreign = relation.foreignKey();
    return switch (relation.kind()) {
      case HAS_MANY ->
          new Direct(relation, far, Link.primary(relation, near), foreign, true, scope);
      case HAS_ONE ->
          new Direct(relation, far, Link.primary(relation, near), foreign, false, scope);
      case BELONGS_TO ->
          new Direct(relation, far, foreign, Link.primary(relation, far), false, scope);
      default -> throw new UnsupportedException(relation.kind().label() + " is not served.");
    };
  }

  /** Whether it is the near row that has the key. */
  boolean isReference() {
    return relation.kind() == Relation.Kind.BELONGS_TO;
  }

  boolean isSingle() {
    return relation.kind() == Relation.Kind.HAS_ONE;
  }
}
