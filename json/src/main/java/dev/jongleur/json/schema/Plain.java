package dev.jongleur.json.schema;

import dev.jongleur.json.JsonReader;
import dev.jongleur.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a definition, such as a default, as the JSON that stands for them. */
final class Plain {
  private static final JsonReader READER = JsonReader.of("A value of a definition", 1 << 22, 100);

  private Plain() {}

  static @Nullable Object of(@Nullable Object value) {
    return READER.read(JsonWriter.text(value));
  }

  static List<@Nullable Object> all(List<?> values) {
    var plain = new ArrayList<@Nullable Object>(values.size());
    values.forEach(value -> plain.add(of(value)));
    return plain;
  }
}
