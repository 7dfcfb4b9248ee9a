package dev.jongleur.memory.collection;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value as text that equal values share and no others: for unique keys that have no order. */
final class DeepText {
  private DeepText() {}

  static String of(Object value) {
    var text = new StringBuilder();
    write(text, value);
    return text.toString();
  }

  private static void write(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case null -> text.append('0');
      case Map<?, ?> map -> writeMap(text, map);
      case Entity entity -> writeMap(text, entity.toMap());
      case List<?> list -> {
        text.append('[');
        list.forEach(item -> write(text, item));
        text.append(']');
      }
      case Number number -> part(text.append('n'), Values.text(number));
      default -> part(text.append(value.getClass().getSimpleName()), Values.text(value));
    }
  }

  private static void writeMap(StringBuilder text, Map<?, ?> map) {
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    text.append('{');
    sorted.forEach((key, value) -> {
      part(text, key);
      write(text, value);
    });
    text.append('}');
  }

  private static void part(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value);
  }
}
