package dev.jongleur.jdbc.dialect;

import dev.jongleur.connector.IsolationLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** How one kind of database wants to be spoken to. Stateless; one object each. */
public interface Dialect {
  /** The connector's name in settings, also the name of a definition's block of column names. */
  String name();

  /** Whose SQL text is rendered. */
  SQLDialect syntax();

  /** How databases are made without a server, where this kind can. */
  Optional<Embedding> embedding();

  /**
   * A URL from settings with the options this connector needs.
   *
   * @throws dev.jongleur.error.DefinitionException when it has an option that is not known to be
   *     harmless: a setting never runs SQL
   */
  String url(String given);

  /**
   * A URL from settings in the one form that all URLs of the same meaning have. Refuses nothing.
   */
  String canonical(String given);

  /** The path that is all a canonical URL says, as the setting {@code file} could say too. */
  Optional<String> onlyFile(String canonical);

  /** Whether the database behind a URL lives in this process, and only while it is connected to. */
  boolean isInProcess(String url);

  /** What stands for the server behind a URL: databases of one server share its connections. */
  String server(String url);

  /** Opens connections. Neither the user nor the password is in the URL. */
  DataSource source(String url, String user, String password);

  /** The schema in which a connection is when no tenant's is set. */
  String homeSchema();

  /** Whether texts compare by UTF-16 code units, as Java's do. */
  boolean ordersTextByCodeUnits();

  /** The most characters in a text column that can be indexed. */
  int longestText();

  /** The most parameters in a list of one statement. */
  int longestList();

  /** What is added to the declaration of a column whose whole numbers the database makes. */
  String identityOptions();

  /** Gives a row where the schema of the connection has a table. */
  String anyTable();

  /**
   * Asks which value an identity column makes next; table and column are bound. In the schema of
   * the connection.
   */
  String nextIdentity();

  /** Lets no statement of a connection take longer than this, until it is told otherwise. */
  void limit(Connection connection, Duration time) throws SQLException;

  /** Lets the statements of a connection take as long as they do. */
  void unlimit(Connection connection) throws SQLException;

  /**
   * The level of {@link Connection} that keeps a transaction as much apart as it is asked to, or
   * more; empty where there is none.
   */
  OptionalInt isolation(IsolationLevel level);

  /** Asks how a question is answered, by answering it; a row for each part of what is told. */
  String explaining(String question);

  /** What is told of it, by one who knows the table's indexes. */
  QueryPlan told(String text, Collection<String> indexes);

  /** Lets a connection's rows be read as they are found, or has them all found before the first. */
  void stream(Connection connection, boolean asFound) throws SQLException;

  /** What kind of failure this is. */
  Fault fault(SQLException failure);

  /** The name of the key or index that a duplicate violates, where the database tells it. */
  Optional<String> violated(SQLException duplicate);
}
