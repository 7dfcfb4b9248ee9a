package dev.jongleur.json.schema;

import dev.jongleur.definition.ModelDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties whose values a model forces onto what is stored (F-059, F-329): nobody has to send
 * them.
 */
final class Forced {
  private Forced() {}

  static Set<String> names(ModelDefinition definition) {
    Map<String, Object> others = definition.settings().others();
    Object said = others.getOrDefault("properties", others.get("attributes"));
    var names = new HashSet<String>();
    if (said instanceof Map<?, ?> map) {
      map.keySet().forEach(name -> names.add(String.valueOf(name)));
    } else if (!Boolean.FALSE.equals(said)) {
      collect(definition.settings().scope().get("where"), names);
    }
    return names;
  }

  /** Those that the default scope wants to be equal to a value. */
  private static void collect(@Nullable Object where, Set<String> names) {
    if (where instanceof Map<?, ?> conditions) {
      conditions.forEach((name, condition) -> {
        switch (condition) {
          case List<?> parts when name.equals("and") -> parts.forEach(part -> collect(part, names));
          case String _, Number _, Boolean _ -> names.add(String.valueOf(name));
          case null, default -> {}
        }
      });
    }
  }
}
