package dev.jongleur.json;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.Default;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code default} and {@code defaultFn} (F-031, F-032). */
final class DefaultReader {
  private DefaultReader() {}

  static Default read(PropertyType type, Part property) {
    Part literal = property.at("default");
    if ((type == ScalarType.DATE || type == ScalarType.DATEONLY)
        && "$now".equals(literal.value())) {
      return new Default.Made(Default.By.NOW);
    }
    Object value = typed(type, literal);
    return value == null ? made(property.at("defaultFn")) : new Default.Literal(value);
  }

  /** The literal as its type holds it, so that a useless one is told now and not at each create. */
  private static @Nullable Object typed(PropertyType type, Part literal) {
    if (isParsed(type)) {
      return Values.plain(literal.value());
    }
    try {
      Object value = Values.read(type, literal.value(), ModelLookup.NONE);
      if (value instanceof Unreadable || value instanceof Double number && number.isNaN()) {
        literal.wrong(Shown.of(literal.value()) + " is no " + type.canonical());
      }
      return value;
    } catch (DataException e) {
      literal.wrong(e);
      return null;
    }
  }

  /** These types read text as JSON each time they are assigned. */
  private static boolean isParsed(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> scalar == ScalarType.ANY || scalar == ScalarType.JSON;
      case DecimalType _, EnumType _, CustomType _ -> false;
      case ListType _, ModelType _, InlineType _ -> true;
    };
  }

  private static Default made(Part function) {
    if (function.isNone()) {
      return Default.NONE;
    }
    Optional<Default.By> by = Default.By.named(String.valueOf(function.value()));
    if (by.isEmpty()) {
      function.wrong("there are guid, uuid, uuidv4, now, nanoid and shortid");
    }
    return by.<Default>map(Default.Made::new).orElse(Default.NONE);
  }
}
