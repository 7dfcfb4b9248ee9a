package dev.jongleur.definition;

/** What a property holds in a new entity that was given no value for it (F-031, F-032). */
public sealed interface Default {
  Default NONE = new None();

  /** No default: the property stays absent. */
  record None() implements Default {}

  /** Always this value, read by the property's type. */
  record Literal(Object value) implements Default {
    public Literal {
      value = Frozen.same(value);
    }
  }

  /** A fresh value for each entity. */
  record Made(By by) implements Default {}

  /** The ways to make a value. */
  enum By {
    NOW,
    UUID,
    NANOID
  }
}
