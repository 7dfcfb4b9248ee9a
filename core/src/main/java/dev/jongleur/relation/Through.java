package dev.jongleur.relation;

import dev.jongleur.definition.LinkKeys;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.RelationEnds;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;

/**
 * A link by the rows of a model between the two, each of which has a key of both (F-272).
 *
 * @param nearKey the property of the model between that refers to the near model
 * @param farKey the one that refers to the far model
 * @param which the links that count: the where of the relation's own scope, which is about them
 * @param scope the rest of that scope, which is about the related rows
 */
record Through(
    Relation relation,
    Binding far,
    String keyFrom,
    String keyTo,
    Binding between,
    String nearKey,
    String farKey,
    Where which,
    Filter scope)
    implements Link {

  /**
   * @throws DefinitionException when it cannot be told by which properties the model between refers
   *     to the two
   */
  static Through of(Binding near, Relation relation) {
    String model = near.definition().name();
    Binding between = near.other(RelationEnds.nameOfBetween(model, relation, near.models()));
    LinkKeys keys = keys(model, relation, between.definition());
    Binding far = near.other(relation.model());
    Filter scope = Link.scope(relation);
    return new Through(
        relation,
        far,
        Link.primary(relation, near),
        Link.id(far),
        between,
        keys.near(),
        keys.far(),
        scope.where(),
        scope.withWhere(Where.all()));
  }

  @Override
  public boolean many() {
    return true;
  }

  /** The links of several owners. */
  Where ofAll(List<Object> owners) {
    return counted(Where.inq(nearKey, owners));
  }

  /** The links of one owner. */
  Where of(Object owner) {
    return counted(Where.eq(nearKey, owner));
  }

  private Where counted(Where links) {
    return which.isAll() ? links : Where.and(links, which);
  }

  private static LinkKeys keys(String near, Relation relation, ModelDefinition between) {
    LinkKeys keys = LinkKeys.of(near, relation, between);
    if (!keys.isClear()) {
      throw unclear(near, relation, between, "which key refers to which cannot be told");
    }
    for (String key : List.of(keys.near(), keys.far())) {
      if (between.property(key).isEmpty()) {
        throw unclear(near, relation, between, "it has no \"" + key + "\"");
      }
    }
    return keys;
  }

  private static DefinitionException unclear(
      String near, Relation relation, ModelDefinition between, String why) {
    return new DefinitionException(
        "The relation \""
            + relation.name()
            + "\" of \""
            + near
            + "\" through \""
            + between.name()
            + "\" has to name its keys there, \"foreignKey\" and \"keyThrough\": "
            + why
            + ".");
  }
}
