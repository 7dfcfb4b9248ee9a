package dev.jongleur.definition;

/** An embedded value whose structure is written where it is used (F-013). */
public record InlineType(ModelDefinition definition) implements PropertyType {
  @Override
  public String canonical() {
    return "{" + definition.shape().canonical() + "}";
  }
}
