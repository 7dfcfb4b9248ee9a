package dev.jongleur.jdbc.dialect;

import dev.jongleur.connector.IsolationLevel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;

/** H2, in memory, in files or behind its server. */
public final class H2Dialect implements Dialect {
  /** {@code "SCHEMA.INDEX ON ..."} or {@code "SCHEMA.CONSTRAINT PRIMARY KEY ON ..."}. */
  private static final Pattern VIOLATED =
      Pattern.compile("violation: \"(?:[^ ]*\\.)?([^ .]+)(?: PRIMARY KEY)? ON ");

  /**
   * So many numbers are taken from a sequence at a time. Each taking is written to the file; what
   * is left of it is lost when the process is killed.
   */
  private static final int NUMBERS_AHEAD = 1000;

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public SQLDialect syntax() {
    return SQLDialect.H2;
  }

  @Override
  public Optional<Embedding> embedding() {
    return Optional.of(H2Url.EMBEDDING);
  }

  @Override
  public String url(String given) {
    return H2Url.checked(given);
  }

  @Override
  public String canonical(String given) {
    return H2CanonicalUrl.of(given);
  }

  @Override
  public Optional<String> onlyFile(String canonical) {
    return H2CanonicalUrl.onlyFile(canonical);
  }

  @Override
  public boolean isInProcess(String url) {
    return H2Url.isInProcess(url);
  }

  @Override
  public String server(String url) {
    return H2Url.server(url);
  }

  @Override
  public DataSource source(String url, String user, String password) {
    var source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  @Override
  public String homeSchema() {
    return "PUBLIC";
  }

  @Override
  public boolean ordersTextByCodeUnits() {
    return true;
  }

  @Override
  public int longestText() {
    return 1_048_576;
  }

  @Override
  public int longestList() {
    return 8_192;
  }

  @Override
  public String identityOptions() {
    return " (cache " + NUMBERS_AHEAD + ")";
  }

  @Override
  public String anyTable() {
    return "select 1 from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = CURRENT_SCHEMA limit 1";
  }

  @Override
  public String nextIdentity() {
    return "select IDENTITY_BASE from INFORMATION_SCHEMA.COLUMNS"
        + " where TABLE_SCHEMA = CURRENT_SCHEMA and TABLE_NAME = ? and COLUMN_NAME = ?";
  }

  @Override
  public void limit(Connection connection, Duration time) throws SQLException {
    // Zero would be no limit at all.
    setTimeout(connection, Math.clamp(time.toMillis(), 1, Integer.MAX_VALUE));
  }

  @Override
  public void unlimit(Connection connection) throws SQLException {
    setTimeout(connection, 0);
  }

  private static void setTimeout(Connection connection, int millis) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("set QUERY_TIMEOUT ?")) {
      statement.setInt(1, millis);
      var _ = statement.execute();
    }
  }

  @Override
  public String explaining(String question) {
    return "explain analyze " + question;
  }

  @Override
  public QueryPlan told(String text, Collection<String> indexes) {
    return H2Plan.read(text, indexes);
  }

  @Override
  public void stream(Connection connection, boolean asFound) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("set LAZY_QUERY_EXECUTION ?")) {
      statement.setBoolean(1, asFound);
      var _ = statement.execute();
    }
  }

  /** Two that H2 calls serializable may each miss what the other writes: it has no such level. */
  @Override
  public OptionalInt isolation(IsolationLevel level) {
    return switch (level) {
      case READ_UNCOMMITTED, READ_COMMITTED ->
          OptionalInt.of(Connection.TRANSACTION_READ_COMMITTED);
      case REPEATABLE_READ -> OptionalInt.of(Connection.TRANSACTION_REPEATABLE_READ);
      case SERIALIZABLE -> OptionalInt.empty();
    };
  }

  @Override
  public Fault fault(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DUPLICATE_KEY_1 -> Fault.DUPLICATE;
      case ErrorCode.VALUE_TOO_LONG_2,
          ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1,
          ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_2 ->
          Fault.TOO_LARGE;
      case ErrorCode.DATA_CONVERSION_ERROR_1 -> Fault.UNFIT;
      case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2 ->
          Fault.NO_TABLE;
      case ErrorCode.COLUMN_NOT_FOUND_1 -> Fault.NO_COLUMN;
      case ErrorCode.SCHEMA_NOT_FOUND_1 -> Fault.NO_SCHEMA;
      case ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1 -> Fault.CONFLICT;
      case ErrorCode.LOCK_TIMEOUT_1 -> Fault.LOCKED;
      case ErrorCode.STATEMENT_WAS_CANCELED -> Fault.TIMEOUT;
      case ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE -> Fault.BEING_MADE;
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Fault.IN_USE;
      case ErrorCode.DATABASE_IS_READ_ONLY,
          ErrorCode.FILE_CREATION_FAILED_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_NOT_FOUND_1 ->
          Fault.NOT_WRITABLE;
      case ErrorCode.WRONG_USER_OR_PASSWORD -> Fault.REFUSED;
      default -> Fault.OTHER;
    };
  }

  @Override
  public Optional<String> violated(SQLException duplicate) {
    var found = VIOLATED.matcher(String.valueOf(duplicate.getMessage()));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
