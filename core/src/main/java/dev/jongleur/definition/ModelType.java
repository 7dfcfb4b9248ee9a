package dev.jongleur.definition;

/** A value of another model, named; the model may be defined later (F-012, F-024). */
public record ModelType(String model) implements PropertyType {
  @Override
  public String canonical() {
    return "<" + Canonical.name(model) + ">";
  }
}
