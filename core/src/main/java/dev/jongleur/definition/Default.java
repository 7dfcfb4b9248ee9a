package dev.jongleur.definition;

import java.util.Locale;
import java.util.Optional;

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
    NANOID;

    /** The names in the definition language (F-032), for messages. */
    static final String NAMES = "guid, uuid, uuidv4, now, nanoid and shortid";

    /** The way with LoopBack's name for it, in any case. */
    public static Optional<By> named(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "guid", "uuid", "uuidv4" -> Optional.of(UUID);
        case "now" -> Optional.of(NOW);
        case "nanoid", "shortid" -> Optional.of(NANOID);
        default -> Optional.empty();
      };
    }
  }
}
