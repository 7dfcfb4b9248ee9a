package dev.jongleur.definition;

import java.util.Optional;

/**
 * Where a relation leads from and to, as its definition and the models it names make it (F-253).
 * Immutable; made anew when asked, since the other model may be defined later.
 *
 * @param modelTo the other model; {@link #ANY} where each row says which
 * @param many whether several may be related
 * @param between the model that the two are joined by, if there is one
 */
public record RelationEnds(
    String name,
    Relation.Kind kind,
    String modelFrom,
    String keyFrom,
    String modelTo,
    String keyTo,
    boolean many,
    Optional<Between> between,
    Optional<Polymorphic> polymorphic) {

  /** In the place of a model's name: any model. */
  public static final String ANY = "<polymorphic>";

  private static final String ID = "id";

  /**
   * The model between two.
   *
   * @param key its property that refers to the far model; {@code keyTo} refers to the near one
   */
  public record Between(String model, String key) {}

  /** The ends of a relation, with the other models as they are now. */
  public static RelationEnds of(ModelDefinition from, Relation relation, ModelLookup models) {
    String own = relation.primaryKey().or(from::idName).orElse(ID);
    String far = relation.primaryKey().or(() -> idOf(relation.model(), models)).orElse(ID);
    String key = relation.foreignKey();
    String between = nameOfBetween(from.name(), relation, models);
    return switch (relation.kind()) {
      case BELONGS_TO -> ends(from, relation, key, far, false);
      case HAS_ONE -> ends(from, relation, own, key, false);
      case REFERENCES_MANY, EMBEDS_MANY -> ends(from, relation, key, far, true);
      case EMBEDS_ONE -> ends(from, relation, key, far, false);
      case HAS_MANY, HAS_AND_BELONGS_TO_MANY ->
          between.isEmpty()
              ? ends(from, relation, own, key, true)
              : joined(from, relation, own, between, models);
    };
  }

  private static RelationEnds ends(
      ModelDefinition from, Relation relation, String keyFrom, String keyTo, boolean many) {
    return new RelationEnds(
        relation.name(),
        relation.kind(),
        from.name(),
        keyFrom,
        relation.model().isEmpty() ? ANY : relation.model(),
        keyTo,
        many,
        Optional.empty(),
        relation.polymorphic());
  }

  private static RelationEnds joined(
      ModelDefinition from, Relation relation, String own, String between, ModelLookup models) {
    LinkKeys keys =
        models
            .find(between)
            .map(model -> LinkKeys.of(from.name(), relation, model))
            .orElseGet(() -> LinkKeys.named(relation));
    return ends(from, relation, own, keys.near(), true).joinedBy(between, keys.far());
  }

  private RelationEnds joinedBy(String model, String key) {
    return new RelationEnds(
        name,
        kind,
        modelFrom,
        keyFrom,
        modelTo,
        keyTo,
        many,
        Optional.of(new Between(model, key)),
        polymorphic);
  }

  /** F-277: what the model between two is called; empty where there is none. */
  public static String nameOfBetween(String from, Relation relation, ModelLookup models) {
    if (relation.kind() != Relation.Kind.HAS_AND_BELONGS_TO_MANY || !relation.through().isEmpty()) {
      return relation.through();
    }
    String reversed = relation.model() + from;
    return models.find(reversed).isPresent() ? reversed : from + relation.model();
  }

  private static Optional<String> idOf(String model, ModelLookup models) {
    return models.find(model).flatMap(ModelDefinition::idName);
  }
}
