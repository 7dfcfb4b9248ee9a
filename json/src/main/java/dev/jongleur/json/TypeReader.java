package dev.jongleur.json;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Validation;
import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the type of a property in all its forms (F-011). */
final class TypeReader {
  private TypeReader() {}

  static PropertyType read(Part type) {
    return switch (type.value()) {
      case String name when !name.isBlank() -> named(name);
      case List<?> list when list.isEmpty() -> ScalarType.ANY.list();
      case List<?> list when list.size() == 1 -> read(type.items().getFirst()).list();
      case Map<?, ?> map when map.containsKey("type") -> detailed(type);
      case Map<?, ?> map -> inline(type);
      case null, default -> {
        type.wrong("a type is needed: a name, a list of one type, or an object of properties");
        yield ScalarType.ANY;
      }
    };
  }

  private static PropertyType named(String name) {
    return PropertyType.named(name).orElse(new ModelType(name));
  }

  /** A type with options of its own beside it: the digits of a decimal, the values of text. */
  static PropertyType detailed(Part options) {
    PropertyType type = read(options.at("type"));
    if (type == DecimalType.DECIMAL
        && !(options.at("precision").isNone() && options.at("scale").isNone())) {
      return decimal(options);
    }
    return type == ScalarType.STRING && !options.at("enum").isNone()
        ? enumeration(options.at("enum"))
        : type;
  }

  /** F-042; as in SQL a precision alone leaves nothing behind the point. */
  private static PropertyType decimal(Part options) {
    try {
      return DecimalType.decimal(
          options.at("precision").count().orElse(0), options.at("scale").count().orElse(0));
    } catch (DefinitionException e) {
      options.at("precision").wrong(e);
      return DecimalType.DECIMAL;
    }
  }

  private static PropertyType enumeration(Part values) {
    try {
      return new EnumType(values.items().stream().map(item -> item.text().orElse("")).toList());
    } catch (DefinitionException e) {
      values.wrong(e);
      return ScalarType.STRING;
    }
  }

  private static PropertyType inline(Part type) {
    ModelBuilder builder = InlineType.anonymous();
    List<Validation> validations = new ArrayList<>();
    type.eachMember(
        (name, part) -> PropertyReader.read(name, part, validations).ifPresent(builder::property));
    validations.forEach(builder::validate);
    return new InlineType(Finished.of(builder, "inline type", type));
  }
}
