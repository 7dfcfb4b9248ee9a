package dev.jongleur.tenant;

import java.util.Optional;
import java.util.Set;

/** Remembers tenants and their standing beyond the life of the program. Thread-safe. */
interface Catalogue extends AutoCloseable {
  /** Where no data source outlasts the program, no tenant does. */
  Catalogue NONE = new Forgetful();

  /** The tenants that are remembered. */
  Set<String> names();

  Optional<Standing> read(TenantId id);

  void write(TenantId id, Standing standing);

  void remove(TenantId id);

  @Override
  void close();

  /** Remembers nothing. */
  record Forgetful() implements Catalogue {
    @Override
    public Set<String> names() {
      return Set.of();
    }

    @Override
    public Optional<Standing> read(TenantId id) {
      return Optional.empty();
    }

    @Override
    public void write(TenantId id, Standing standing) {}

    @Override
    public void remove(TenantId id) {}

    @Override
    public void close() {}
  }
}
