package dev.jongleur.jdbc.table;

import dev.jongleur.jdbc.dialect.Dialect;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ as a writer of SQL text: it never sees a connection, and quotes every name. */
public final class Quoting {
  static {
    // jOOQ has no other switch for what it prints when it is first used.
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private Quoting() {}

  public static DSLContext jooq(Dialect dialect) {
    Settings settings =
        new Settings()
            .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
            .withExecuteLogging(false)
            .withRenderFormatted(false);
    return DSL.using(dialect.syntax(), settings);
  }
}
