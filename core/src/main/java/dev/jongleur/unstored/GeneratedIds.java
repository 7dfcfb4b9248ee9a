package dev.jongleur.unstored;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ids of rows that are stored nowhere: 24 hexadecimal digits, or at most four decimal ones
 * where the id is a number (F-393). Unlike ids of a store they are not promised to be unique.
 */
final class GeneratedIds {
  private static final int BYTES = 12;
  private static final int NUMBERS = 10_000;

  private final Function<PropertyType, ?> next;

  private GeneratedIds(Function<PropertyType, ?> next) {
    this.next = next;
  }

  /**
   * As the settings say.
   *
   * @throws DefinitionException when they say something else than an id can be
   */
  static GeneratedIds of(Settings settings) {
    if (settings.values().get("generateId") instanceof Supplier<?> own) {
      return new GeneratedIds(_ -> own.get());
    }
    if (settings.text("generateId").isPresent()) {
      throw new DefinitionException("The setting \"generateId\" is a Supplier of ids.");
    }
    boolean numbers = areNumbers(settings.text("defaultIdType"));
    var random = new SecureRandom();
    return new GeneratedIds(type -> isNumber(type, numbers) ? number(random) : digits(random));
  }

  /** The row, with an id where it has none and its model has one. */
  Entity complete(Entity row) {
    Shape shape = row.definition().shape();
    if (shape.keySize() != 1 || row.id() != null) {
      return row;
    }
    var id = shape.property(shape.keySlot(0));
    return row.with(id.name(), next.apply(id.type().stored()));
  }

  private static boolean areNumbers(Optional<String> type) {
    return switch (type.orElse("string").toLowerCase(Locale.ROOT)) {
      case "number" -> true;
      case "string" -> false;
      case String other ->
          throw new DefinitionException(
              "The setting \"defaultIdType\" is string or number, not \"" + other + "\".");
    };
  }

  private static boolean isNumber(PropertyType type, boolean otherwise) {
    return type == ScalarType.NUMBER || type == ScalarType.ANY && otherwise;
  }

  private static Object number(SecureRandom random) {
    return (long) random.nextInt(NUMBERS);
  }

  private static Object digits(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
