package dev.jongleur.json;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Validation;
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
      case Map<?, ?> map when map.containsKey("type") -> read(type.at("type"));
      case Map<?, ?> map -> inline(type);
      case null, default -> {
        type.wrong("a type is needed: a name, a list of one type, or an object of properties");
        yield ScalarType.ANY;
      }
    };
  }

  private static PropertyType named(String name) {
    return name.equalsIgnoreCase("array")
        ? new ListType(ScalarType.ANY)
        : ScalarType.named(name).<PropertyType>map(scalar -> scalar).orElse(new ModelType(name));
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
