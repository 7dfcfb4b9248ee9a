package dev.jongleur.entity;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Relation.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys of rows that an entity belongs to, and that were given whole in its data, under the name of
 * the relation (F-085). A key that is given itself goes before. Stateless.
 */
final class OwnerKeys {
  private OwnerKeys() {}

  static void fill(
      EntityReader reader,
      ModelDefinition definition,
      @Nullable Object[] slots,
      Map<String, ? extends @Nullable Object> data) {
    for (Relation relation : definition.relations().values()) {
      int slot = definition.shape().slot(relation.foreignKey());
      if (relation.kind() == Kind.BELONGS_TO && slot >= 0 && slots[slot] == null) {
        Object key = key(reader, relation, data.get(relation.name()));
        if (key != null) {
          slots[slot] = reader.slotValue(definition.shape().property(slot), key);
        }
      }
    }
  }

  private static @Nullable Object key(
      EntityReader reader, Relation relation, @Nullable Object owner) {
    return switch (owner) {
      case Entity entity -> entity.get(name(reader, relation));
      case Map<?, ?> values -> values.get(name(reader, relation));
      case null, default -> null;
    };
  }

  /** The property that the key refers to: the id, unless the relation says another. */
  private static String name(EntityReader reader, Relation relation) {
    return relation
        .primaryKey()
        .or(() -> reader.models().find(relation.model()).flatMap(ModelDefinition::idName))
        .orElse("id");
  }
}
