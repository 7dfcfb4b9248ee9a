package dev.jongleur.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of one call beside its arguments (F-004): flags that Jongleur knows, and
 * anything else, which is handed on to observers. Immutable.
 */
public record Options(Map<String, @Nullable Object> values) {
  public static final Options NONE = new Options(Map.of());

  public Options {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Options of(String name, Object value) {
    return new Options(Map.of(name, value));
  }

  public Options with(String name, Object value) {
    var more = new LinkedHashMap<String, @Nullable Object>(values);
    more.put(name, value);
    return new Options(more);
  }

  /** A flag, when it is given as true or false. */
  public Optional<Boolean> flag(String name) {
    return values.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** A number, when it is given as one. */
  public Optional<Integer> number(String name) {
    return values.get(name) instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }
}
