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
    Optional<Between> between = between(from, relation, models);
    boolean joined = between.isPresent();
    return switch (relation.kind()) {
      case BELONGS_TO -> ends(from, relation, key, far, false);
      case HAS_ONE -> ends(from, relation, own, key, false);
      case REFERENCES_MANY, EMBEDS_MANY -> ends(from, relation, key, far, true);
      case EMBEDS_ONE -> ends(from, relation, key, far, false);
      case HAS_MANY, HAS_AND_BELONGS_TO_MANY ->
          joined
              ? ends(from, relation, own, near(from, relation, models), true).joinedBy(between)
              : ends(from, relation, own, key, true);
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

  private RelationEnds joinedBy(Optional<Between> link) {
    return new RelationEnds(
        name, kind, modelFrom, keyFrom, modelTo, keyTo, many, link, polymorphic);
  }

  private static Optional<Between> between(
      ModelDefinition from, Relation relation, ModelLookup models) {
    String model = nameOfBetween(from.name(), relation, models);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    String key =
        relation.settings().get("keyThrough") instanceof String said
            ? said
            : reference(model, relation.model(), models)
                .orElse(CamelCase.of(relation.model() + "_id"));
    return Optional.of(new Between(model, key));
  }

  /** F-277: what the model between two is called; empty where there is none. */
  public static String nameOfBetween(String from, Relation relation, ModelLookup models) {
    if (relation.kind() != Relation.Kind.HAS_AND_BELONGS_TO_MANY || !relation.through().isEmpty()) {
      return relation.through();
    }
    String reversed = relation.model() + from;
    return models.find(reversed).isPresent() ? reversed : from + relation.model();
  }

  private static String near(ModelDefinition from, Relation relation, ModelLookup models) {
    return reference(nameOfBetween(from.name(), relation, models), from.name(), models)
        .filter(_ -> relation.polymorphic().isEmpty())
        .orElse(relation.foreignKey());
  }

  /** The key by which a model between refers to another. */
  private static Optional<String> reference(String between, String to, ModelLookup models) {
    return models
        .find(between)
        .flatMap(model ->
            model.relations().values().stream()
                .filter(relation -> relation.kind() == Relation.Kind.BELONGS_TO)
                .filter(relation -> relation.model().equals(to))
                .map(Relation::foreignKey)
                .findFirst());
  }

  private static Optional<String> idOf(String model, ModelLookup models) {
    return models.find(model).flatMap(ModelDefinition::idName);
  }
}
