package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.jdbc.dialect.Dialect;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DataType;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The SQL types of new columns. */
final class ColumnTypes {
  /** A type's name, perhaps with sizes; the name is then looked up, never copied. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_ ]*?)\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,4})\\s*)?\\))?");

  private final Dialect dialect;

  ColumnTypes(Dialect dialect) {
    this.dialect = dialect;
  }

  DataType<?> of(ModelDefinition model, Property property) {
    return Mapping.dataType(property, dialect.name())
        .<DataType<?>>map(written -> written(model, property, written))
        .orElseGet(() ->
            isIdentity(model, property)
                ? SQLDataType.BIGINT.generatedByDefaultAsIdentity()
                : byType(property));
  }

  private DataType<?> byType(Property property) {
    boolean small = property.isId() || Indexes.isWanted(property);
    ScalarType type = property.type() instanceof ScalarType scalar ? scalar : ScalarType.JSON;
    return switch (type) {
      case STRING, DATESTRING -> SQLDataType.VARCHAR(length(property));
      case NUMBER -> SQLDataType.DOUBLE;
      case BOOLEAN -> SQLDataType.BOOLEAN;
      case DATE -> SQLDataType.TIMESTAMPWITHTIMEZONE(3);
      case BINARY -> small ? SQLDataType.VARBINARY(length(property)) : SQLDataType.BLOB;
      default -> small ? SQLDataType.VARCHAR(length(property)) : SQLDataType.CLOB;
    };
  }

  /**
   * Numbers of a key are made by the database: when it is the whole key, or said to be generated.
   */
  private static boolean isIdentity(ModelDefinition model, Property property) {
    return property.isId()
        && property.type() == ScalarType.NUMBER
        && (model.shape().keySize() == 1 || property.equals(firstGenerated(model)));
  }

  private static Object firstGenerated(ModelDefinition model) {
    return model.properties().stream()
        .filter(key -> key.isId() && key.generated() && key.type() == ScalarType.NUMBER)
        .findFirst()
        .<Object>map(key -> key)
        .orElse("");
  }

  private int length(Property property) {
    return property.attributes().get("length") instanceof Number length && length.intValue() > 0
        ? Math.min(length.intValue(), dialect.longestText())
        : dialect.longestText();
  }

  private DataType<?> written(ModelDefinition model, Property property, String written) {
    var parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw unknown(model, property);
    }
    try {
      DataType<?> type = DefaultDataType.getDataType(dialect.syntax(), parts.group(1));
      return sized(type, parts.group(2), parts.group(3));
    } catch (SQLDialectNotSupportedException e) {
      throw unknown(model, property);
    }
  }

  private static DataType<?> sized(
      DataType<?> type, @Nullable String size, @Nullable String scale) {
    if (size == null) {
      return type;
    }
    int number = Integer.parseInt(size);
    if (scale != null) {
      return type.precision(number, Integer.parseInt(scale));
    }
    return type.hasLength() ? type.length(number) : type.precision(number);
  }

  private DefinitionException unknown(ModelDefinition model, Property property) {
    return new DefinitionException(
        model.name(),
        List.of(
            "properties." + property.name() + ": its dataType is no type of " + dialect.name()));
  }
}
