package dev.jongleur.jdbc.pool;

import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import dev.jongleur.jdbc.table.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;

/**
 * A schema for each tenant. Statements never name it: it is set on a leased connection. Its name is
 * the tenant's behind a prefix, so that no tenant can be called as a schema of the database itself.
 */
final class Schemas {
  private static final String PREFIX = "tenant_";

  private final Dialect dialect;

  Schemas(Dialect dialect) {
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Sets a tenant's schema, made where it is missing. */
  void enter(Connection connection, String tenant) throws SQLException {
    try {
      connection.setSchema(PREFIX + tenant);
    } catch (SQLException e) {
      if (dialect.fault(e) != Fault.NO_SCHEMA) {
        throw e;
      }
      make(connection, tenant);
      connection.setSchema(PREFIX + tenant);
    }
  }

  /** Another connector that makes it in the same moment may be first: then it is there. */
  private void make(Connection connection, String tenant) throws SQLException {
    try {
      execute(connection, jooq().createSchemaIfNotExists(DSL.name(PREFIX + tenant)));
    } catch (SQLException e) {
      if (!names(connection).contains(tenant)) {
        throw e;
      }
    }
  }

  void leave(Connection connection) throws SQLException {
    connection.setSchema(dialect.homeSchema());
  }

  /** The tenants that have a schema. */
  Set<String> names(Connection connection) throws SQLException {
    var names = new HashSet<String>();
    try (ResultSet rows = connection.getMetaData().getSchemas()) {
      while (rows.next()) {
        String name = rows.getString("TABLE_SCHEM");
        if (name.startsWith(PREFIX)) {
          names.add(name.substring(PREFIX.length()));
        }
      }
    }
    return names;
  }

  void drop(Connection connection, String tenant) throws SQLException {
    execute(connection, jooq().dropSchemaIfExists(DSL.name(PREFIX + tenant)).cascade());
  }

  private DSLContext jooq() {
    return Quoting.jooq(dialect);
  }

  private void execute(Connection connection, Query query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(jooq().render(query));
    }
  }
}
