package dev.jongleur.definition;

import dev.jongleur.error.DefinitionException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text that is one of these values; anything else is refused. Compared and sorted as text.
 *
 * @param values in the order in which they are told
 */
public record EnumType(List<String> values) implements PropertyType {
  public EnumType {
    values = List.copyOf(values);
    if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
      throw new DefinitionException("An enumeration has at least one value, and none twice.");
    }
  }

  public static EnumType enumeration(String... values) {
    return new EnumType(List.of(values));
  }

  /** The names of a Java enumeration's constants. */
  public static EnumType enumeration(Class<? extends Enum<?>> type) {
    return new EnumType(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  @Override
  public String canonical() {
    return values.stream().map(Canonical::name).collect(Collectors.joining(",", "enum(", ")"));
  }
}
