package dev.jongleur.definition;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A relation whose other end is of a model that each row names (F-285). Immutable.
 *
 * @param selector what the two properties are named after
 * @param foreignKey the property that has the id of the other end
 * @param discriminator the property that has the name of its model
 */
public record Polymorphic(String selector, String foreignKey, String discriminator) {
  static Optional<Polymorphic> of(Relation relation) {
    Object said = relation.settings().get("polymorphic");
    if (said == null || Boolean.FALSE.equals(said)) {
      return Optional.empty();
    }
    String selector =
        switch (said) {
          case String name -> name;
          case Map<?, ?> map -> text(map.get("selector"), relation.name());
          default -> relation.name();
        };
    Object discriminator = said instanceof Map<?, ?> map ? map.get("discriminator") : null;
    return Optional.of(
        new Polymorphic(
            selector,
            relation.foreignKey(),
            text(discriminator, CamelCase.of(selector + "_type"))));
  }

  private static String text(@Nullable Object said, String otherwise) {
    return said instanceof String text ? text : otherwise;
  }
}
