package dev.jongleur.json.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.jongleur.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema as somebody else's validator takes it: as text, formats checked too. */
record Checked(Schema schema) {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Checked of(Map<String, Object> schema) {
    return new Checked(REGISTRY.getSchema(JsonWriter.text(schema)));
  }

  /** What is wrong with a value's JSON. */
  List<String> errors(@Nullable Object value) {
    return schema
        .validate(
            JsonWriter.text(value),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  boolean takes(@Nullable Object value) {
    return errors(value).isEmpty();
  }
}
