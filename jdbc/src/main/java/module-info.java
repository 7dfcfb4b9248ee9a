import org.jspecify.annotations.NullMarked;

/** The SQL connector. */
@NullMarked
module dev.jongleur.jdbc {
  requires static jakarta.xml.bind; // annotations on jOOQ's classes, which javac reads
  requires static transitive org.jspecify;
  requires transitive dev.jongleur.core;
  requires transitive java.sql;
  requires com.github.benmanes.caffeine;
  requires com.h2database;
  requires com.zaxxer.hikari;
  requires org.jooq;
  requires tools.jackson.core;

  provides dev.jongleur.connector.ConnectorProvider with
      dev.jongleur.jdbc.JdbcProvider;
}
