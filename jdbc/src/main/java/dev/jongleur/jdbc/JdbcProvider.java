package dev.jongleur.jdbc;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.H2Dialect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens SQL databases. The connector name says which kind; settings say where: {@code url}, or
 * {@code file}, or {@code directory} (a file for each tenant), or none of them (in memory).
 */
public final class JdbcProvider implements ConnectorProvider {
  private static final List<Dialect> DIALECTS = List.of(new H2Dialect());

  @Override
  public Set<String> names() {
    return DIALECTS.stream().map(Dialect::name).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isShared(Settings settings) {
    return JdbcSettings.namesPlace(settings);
  }

  @Override
  public Settings canonical(Settings settings) {
    return CanonicalJdbc.of(dialect(settings), settings);
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    return new JdbcConnector(JdbcSettings.of(dialect(settings), settings), environment);
  }

  private static Dialect dialect(Settings settings) {
    return DIALECTS.stream()
        .filter(known -> known.name().equals(settings.connector()))
        .findFirst()
        .orElseThrow(() -> new DefinitionException("There is no such SQL connector."));
  }
}
