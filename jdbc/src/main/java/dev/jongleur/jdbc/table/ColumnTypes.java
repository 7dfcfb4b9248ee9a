package dev.jongleur.jdbc.table;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.jdbc.dialect.Dialect;
import java.util.List;
import java.util.Set;
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

  /**
   * The type of a property's column.
   *
   * @param indexed the properties whose values lie in an index
   */
  DataType<?> of(ModelDefinition model, Property property, Set<String> indexed) {
    boolean small = property.isId() || indexed.contains(property.name());
    return Mapping.dataType(property, dialect.name())
        .<DataType<?>>map(written -> written(model, property, written))
        .orElseGet(
            () -> isIdentity(model, property) ? identity(property) : byType(property, small));
  }

  private DataType<?> byType(Property property, boolean small) {
    return byType(property.type(), property, small);
  }

  private DataType<?> byType(PropertyType type, Property property, boolean small) {
    return switch (type) {
      case ScalarType scalar -> byType(scalar, property, small);
      case DecimalType decimal when decimal.isBounded() ->
          SQLDataType.DECIMAL(decimal.precision(), decimal.scale());
      case DecimalType decimal -> SQLDataType.DECFLOAT;
      case CustomType custom -> byType(custom.stored(), property, small);
      case EnumType constants -> SQLDataType.VARCHAR(length(property));
      case ListType _, ModelType _, InlineType _ -> byType(ScalarType.JSON, property, small);
    };
  }

  private DataType<?> byType(ScalarType type, Property property, boolean small) {
    return switch (type) {
      case STRING, DATESTRING -> SQLDataType.VARCHAR(length(property));
      case NUMBER -> SQLDataType.DOUBLE;
      case INTEGER -> SQLDataType.INTEGER;
      case LONG -> SQLDataType.BIGINT;
      case DATEONLY -> SQLDataType.DATE;
      case UUID -> SQLDataType.UUID;
      case BOOLEAN -> SQLDataType.BOOLEAN;
      case DATE -> SQLDataType.TIMESTAMPWITHTIMEZONE(3);
      case BINARY -> small ? SQLDataType.VARBINARY(length(property)) : SQLDataType.BLOB;
      case GEOPOINT, OBJECT, ANY, JSON, TEXT ->
          small ? SQLDataType.VARCHAR(length(property)) : SQLDataType.CLOB;
    };
  }

  private static DataType<?> identity(Property property) {
    return property.type().stored() == ScalarType.INTEGER
        ? SQLDataType.INTEGER.generatedByDefaultAsIdentity()
        : SQLDataType.BIGINT.generatedByDefaultAsIdentity();
  }

  private static boolean isCounted(PropertyType type) {
    return type == ScalarType.NUMBER || type == ScalarType.INTEGER || type == ScalarType.LONG;
  }

  /**
   * Numbers of a key are made by the database: when it is the whole key, or said to be generated.
   */
  private static boolean isIdentity(ModelDefinition model, Property property) {
    return property.isId()
        && isCounted(property.type().stored())
        && (model.shape().keySize() == 1 || property.equals(firstGenerated(model)));
  }

  private static Object firstGenerated(ModelDefinition model) {
    return model.properties().stream()
        .filter(key -> key.isId() && key.generated() && isCounted(key.type().stored()))
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
