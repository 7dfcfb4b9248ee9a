package dev.jongleur.definition;

import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Value types of the program's own by name, of a registry or of one data source (F-010).
 * Thread-safe; bounded by what the program registers.
 */
public final class CustomTypes {
  private final Map<String, CustomType> byName = new ConcurrentHashMap<>();
  private final @Nullable CustomTypes further;

  public CustomTypes() {
    this(null);
  }

  private CustomTypes(@Nullable CustomTypes further) {
    this.further = further;
  }

  /** Types that are looked for first; what they do not know, these do. */
  public CustomTypes nearer() {
    return new CustomTypes(this);
  }

  /** Makes a type known by all its names, in any case; models defined before stay. */
  public void register(CustomType type) {
    type.names().forEach(name -> byName.put(key(name), type));
  }

  private Optional<CustomType> find(String name) {
    CustomType known = byName.get(key(name));
    return known != null || further == null ? Optional.ofNullable(known) : further.find(name);
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /**
   * A definition in which every name of a type stands for the type as it is registered; itself when
   * it names none.
   *
   * @throws DefinitionException when a type is not registered, or does not read a default
   */
  public ModelDefinition resolved(ModelDefinition model) {
    List<Property> changed = new ArrayList<>();
    for (Property property : model.properties()) {
      PropertyType type = resolved(property.type(), model);
      if (type != property.type()) {
        changed.add(property.withType(type));
      }
    }
    if (changed.isEmpty()) {
      return model;
    }
    ModelBuilder builder = model.toBuilder();
    changed.forEach(builder::property);
    return builder.build();
  }

  /** Itself where nothing in it is to be found. */
  private PropertyType resolved(PropertyType type, ModelDefinition model) {
    return switch (type) {
      case ScalarType _, DecimalType _, EnumType _ -> type;
      case ModelType named -> find(named.model()).<PropertyType>map(known -> known).orElse(named);
      case CustomType custom -> find(custom.name()).orElseThrow(() -> unknown(custom, model));
      case ListType(PropertyType item) -> {
        PropertyType found = resolved(item, model);
        yield found == item ? type : found.list();
      }
      case InlineType(ModelDefinition inner) -> {
        ModelDefinition found = resolved(inner);
        yield found == inner ? type : new InlineType(found);
      }
    };
  }

  private static DefinitionException unknown(CustomType type, ModelDefinition model) {
    return new DefinitionException(
        model.name(),
        List.of(
            "the type \"%s\" is not registered where the model is defined".formatted(type.name())));
  }
}
