package dev.jongleur.jdbc.table;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values of a property lie in a column: put in and read back, never null. */
public enum Storage {
  TEXT(Types.VARCHAR) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      boolean tree = value instanceof Map || value instanceof List;
      to.setString(at, tree ? JsonColumn.print(value) : Values.text(value));
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      return from.getString(at);
    }
  },
  /** A double, as numbers are. */
  NUMBER(Types.DOUBLE) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setDouble(at, ((Number) value).doubleValue());
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      double number = from.getDouble(at);
      return from.wasNull() ? null : canonical(number);
    }
  },
  /** A number in a column that takes whole ones only: generated ids. */
  WHOLE(Types.BIGINT) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setLong(at, whole((Number) value));
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      long number = from.getLong(at);
      return from.wasNull() ? null : canonical(number);
    }
  },
  /** A whole number with all its digits. */
  EXACT(Types.BIGINT) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setLong(at, (Long) value);
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      long number = from.getLong(at);
      return from.wasNull() ? null : number;
    }
  },
  DECIMAL(Types.DECIMAL) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setBigDecimal(
          at, value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value);
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      return from.getBigDecimal(at);
    }
  },
  DAY(Types.DATE) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setObject(at, (LocalDate) value);
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      return from.getObject(at, LocalDate.class);
    }
  },
  UUID(Types.OTHER) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setObject(at, (java.util.UUID) value);
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      return from.getObject(at, java.util.UUID.class);
    }
  },
  BOOLEAN(Types.BOOLEAN) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setBoolean(at, (Boolean) value);
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      boolean flag = from.getBoolean(at);
      return from.wasNull() ? null : flag;
    }
  },
  INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setObject(at, ((Instant) value).atOffset(ZoneOffset.UTC));
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      OffsetDateTime moment = from.getObject(at, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    }
  },
  /** An instant in a column without a zone, read as UTC. */
  LOCAL_INSTANT(Types.TIMESTAMP) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setObject(at, LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      LocalDateTime moment = from.getObject(at, LocalDateTime.class);
      return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }
  },
  DATE_TEXT(Types.VARCHAR) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setString(at, ((DateText) value).when());
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      String text = from.getString(at);
      return text == null ? null : new DateText(text);
    }
  },
  BYTES(Types.VARBINARY) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setBytes(at, ((Binary) value).bytes());
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      byte[] bytes = from.getBytes(at);
      return bytes == null ? null : Binary.of(bytes);
    }
  },
  /** JSON text; what it becomes depends on the property's type, see {@link JsonColumn}. */
  JSON(Types.VARCHAR) {
    @Override
    void put(PreparedStatement to, int at, Object value) throws SQLException {
      to.setString(at, JsonColumn.print(value));
    }

    @Override
    @Nullable Object take(ResultSet from, int at) throws SQLException {
      return from.getString(at);
    }
  };

  private static final long SAFE = 1L << 53;

  private final int sqlType;

  Storage(int sqlType) {
    this.sqlType = sqlType;
  }

  abstract void put(PreparedStatement to, int at, Object value) throws SQLException;

  abstract @Nullable Object take(ResultSet from, int at) throws SQLException;

  /**
   * Binds a value; a Java null as SQL's.
   *
   * @throws DataException when the value is of a kind this column cannot keep
   */
  public void bind(PreparedStatement to, int at, @Nullable Object value) throws SQLException {
    if (value == null) {
      to.setNull(at, sqlType);
    } else {
      put(to, at, value);
    }
  }

  /** How a property's values lie in a column of this SQL type. */
  static Storage of(Property property, int found) {
    return of(property.type(), found);
  }

  private static Storage of(PropertyType type, int found) {
    return switch (type) {
      case ScalarType scalar -> of(scalar, found);
      case DecimalType decimal -> DECIMAL;
      case EnumType constants -> TEXT;
      case CustomType custom -> of(custom.stored(), found);
      case ListType list -> JSON;
      case ModelType named -> JSON;
      case InlineType inline -> JSON;
    };
  }

  private static Storage of(ScalarType type, int found) {
    return switch (type) {
      case STRING, TEXT -> TEXT;
      case NUMBER -> isWhole(found) ? WHOLE : NUMBER;
      case INTEGER, LONG -> isWhole(found) ? EXACT : DECIMAL;
      case DATEONLY -> DAY;
      case UUID -> UUID;
      case BOOLEAN -> BOOLEAN;
      case DATE -> found == Types.TIMESTAMP ? LOCAL_INSTANT : INSTANT;
      case DATESTRING -> DATE_TEXT;
      case BINARY -> BYTES;
      case GEOPOINT, OBJECT, ANY, JSON -> JSON;
    };
  }

  /** Whether a column of this SQL type compares its values as Jongleur does. */
  boolean comparesIn(int found) {
    return switch (this) {
      case TEXT, DATE_TEXT ->
          found == Types.VARCHAR || found == Types.LONGVARCHAR || found == Types.CLOB;
      case NUMBER -> found == Types.DOUBLE || found == Types.FLOAT;
      case WHOLE -> true;
      case EXACT -> isWhole(found);
      case DECIMAL -> found == Types.DECIMAL || found == Types.NUMERIC || isWhole(found);
      case DAY -> found == Types.DATE;
      case UUID -> found == Types.BINARY || found == Types.OTHER;
      case BOOLEAN -> found == Types.BOOLEAN || found == Types.BIT;
      case INSTANT -> found == Types.TIMESTAMP_WITH_TIMEZONE;
      case BYTES -> found == Types.VARBINARY || found == Types.BLOB;
      case LOCAL_INSTANT, JSON -> false;
    };
  }

  /** The whole number that this is. */
  public static long whole(Number number) {
    try {
      return new BigDecimal(number.toString()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new DataException("it takes whole numbers only");
    }
  }

  /** As entities hold numbers: whole ones as {@code Long}, where a double is exact. */
  private static Number canonical(double number) {
    return number == Math.rint(number) && Math.abs(number) <= SAFE
        ? (Number) (long) number
        : (Number) number;
  }

  private static Number canonical(long number) {
    return Math.abs(number) <= SAFE ? (Number) number : canonical((double) number);
  }

  private static boolean isWhole(int found) {
    return found == Types.BIGINT
        || found == Types.INTEGER
        || found == Types.SMALLINT
        || found == Types.TINYINT;
  }
}
