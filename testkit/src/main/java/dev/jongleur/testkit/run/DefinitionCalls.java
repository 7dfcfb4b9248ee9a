package dev.jongleur.testkit.run;

import dev.jongleur.definition.Mapping;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.json.DefinitionJson;
import org.jspecify.annotations.Nullable;

/** What {@code Model.definition.x} asks (FORMAT 5.1). */
final class DefinitionCalls {
  private DefinitionCalls() {}

  static @Nullable Object call(ModelDefinition definition, String method, Arguments args) {
    return switch (method) {
      case "hasPK" -> definition.hasKey();
      case "indexes" -> DefinitionJson.indexes(definition);
      default -> onMapping(definition.mapping(args.text(0)), method, args);
    };
  }

  private static @Nullable Object onMapping(Mapping mapping, String method, Arguments args) {
    return switch (method) {
      case "tableName" -> mapping.tableName();
      case "columnName" -> mapping.columnName(args.text(1));
      case "columnNames" -> mapping.columnNames();
      case "columnMetadata" -> mapping.columnMetadata(args.text(1)).orElse(null);
      case "idColumnName" -> mapping.idColumnName().orElse(null);
      default -> throw new MissingFeature("Model.definition." + method);
    };
  }
}
