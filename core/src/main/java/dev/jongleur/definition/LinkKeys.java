package dev.jongleur.definition;

import java.util.List;

/**
 * The two keys of a model between two (F-272): those of its belongsTo relations to them, or those
 * that the relation names as {@code foreignKey} and {@code keyThrough}. Immutable.
 *
 * @param near refers to the model that has the relation
 * @param far refers to the related model
 * @param isClear whether there is no other way to read it; a model that is linked to itself is
 *     referred to by two keys, and has to say which is which
 */
public record LinkKeys(String near, String far, boolean isClear) {
  /** Those of a relation through a model that is there. */
  public static LinkKeys of(String from, Relation relation, ModelDefinition between) {
    List<String> nears =
        relation.polymorphic().isPresent()
            ? List.of()
            : without(relation.keyThrough().orElse(""), references(between, from));
    String near = chosen(relation.foreignKey(), nears);
    List<String> fars =
        relation.keyThrough().isPresent()
            ? List.of()
            : without(near, references(between, relation.model()));
    String far = chosen(named(relation).far, fars);
    boolean isClear =
        isClear(near, nears, relation.foreignKey()) && isClear(far, fars, usual(relation));
    return new LinkKeys(near, far, isClear && !near.equals(far));
  }

  /** Those that the relation names, or their usual names: the model between is not there yet. */
  static LinkKeys named(Relation relation) {
    return new LinkKeys(
        relation.foreignKey(), relation.keyThrough().orElseGet(() -> usual(relation)), true);
  }

  private static String usual(Relation relation) {
    return CamelCase.of(relation.model() + "_id");
  }

  /** The named one, if it is among them, or else the first of them. */
  private static String chosen(String named, List<String> keys) {
    return keys.isEmpty() || keys.contains(named) ? named : keys.getFirst();
  }

  private static boolean isClear(String chosen, List<String> keys, String named) {
    return keys.size() < 2 || chosen.equals(named);
  }

  private static List<String> without(String key, List<String> keys) {
    return keys.stream().filter(other -> !other.equals(key)).toList();
  }

  /** The keys by which a model between refers to another. */
  private static List<String> references(ModelDefinition between, String to) {
    return between.relations().values().stream()
        .filter(relation -> relation.kind() == Relation.Kind.BELONGS_TO)
        .filter(relation -> relation.model().equals(to))
        .map(Relation::foreignKey)
        .toList();
  }
}
