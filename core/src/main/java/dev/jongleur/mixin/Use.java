package dev.jongleur.mixin;

import dev.jongleur.definition.ModelDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application of a mixin to a model.
 *
 * @param said what the definition says of the mixin as a whole
 */
record Use(String mixin, Map<String, Object> options, Object said) {
  static final String SETTING = "mixins";

  /** What a model names: true, options, or a list of options; anything false is not applied. */
  static List<Use> of(ModelDefinition model) {
    var uses = new ArrayList<Use>();
    if (model.settings().others().get(SETTING) instanceof Map<?, ?> named) {
      named.forEach((name, said) -> add(uses, String.valueOf(name), said));
    }
    return uses;
  }

  private static void add(List<Use> uses, String name, @Nullable Object said) {
    switch (said) {
      case List<?> list ->
          list.stream()
              .filter(Use::isWanted)
              .forEach(each -> uses.add(new Use(name, options(each), list)));
      case null -> {}
      default -> {
        if (isWanted(said)) {
          uses.add(new Use(name, options(said), said));
        }
      }
    }
  }

  private static boolean isWanted(@Nullable Object said) {
    return switch (said) {
      case null -> false;
      case Boolean flag -> flag;
      case Number number -> number.doubleValue() != 0;
      case String text -> !text.isEmpty();
      default -> true;
    };
  }

  private static Map<String, Object> options(@Nullable Object said) {
    var options = new LinkedHashMap<String, Object>();
    if (said instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (value != null) {
          options.put(String.valueOf(key), value);
        }
      });
    }
    return Map.copyOf(options);
  }
}
