package dev.jongleur.definition;

import java.util.function.Consumer;

/** An embedded value whose structure is written where it is used (F-013). */
public record InlineType(ModelDefinition definition) implements PropertyType {
  /** All inline types bear this name: alike in content, they are one and the same. */
  private static final String ANONYMOUS = "Anonymous";

  /** Begins the definition of an inline type: open, and without a key. */
  public static ModelBuilder anonymous() {
    return ModelDefinition.named(ANONYMOUS).injectId(false);
  }

  /**
   * An inline type with these properties.
   *
   * @throws dev.jongleur.error.DefinitionException listing everything that is wrong with it
   */
  public static InlineType of(Consumer<ModelBuilder> content) {
    ModelBuilder builder = anonymous();
    content.accept(builder);
    return new InlineType(builder.build());
  }

  @Override
  public String canonical() {
    return "{" + definition.shape().canonical() + "}";
  }
}
