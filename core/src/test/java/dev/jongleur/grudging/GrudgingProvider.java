package dev.jongleur.grudging;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.StoreException;
import dev.jongleur.memory.MemoryProvider;
import java.util.Optional;
import java.util.Set;

/**
 * A memory connector that refuses what its settings name: {@code refuses} is open, store, close,
 * store close, or the name of a model that cannot be prepared. Data sources of equal settings share
 * it where {@code shared} says so. To connect, it does what {@code reach} is. It leases a pool, and
 * writes its closing into the {@code diary}.
 */
public final class GrudgingProvider implements ConnectorProvider {
  @Override
  public Set<String> names() {
    return Set.of("grudging");
  }

  @Override
  public boolean isShared(Settings settings) {
    return settings.flag("shared").orElse(false);
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    String grudge = settings.text("refuses").orElse("");
    refuse(grudge, "open");
    Connector memory = new MemoryProvider().open(settings, environment);
    Diary diary = settings.values().get("diary") instanceof Diary given ? given : new Diary();
    Optional<Runnable> reach =
        settings.values().get("reach") instanceof Runnable given
            ? Optional.of(given)
            : Optional.empty();
    return new GrudgingConnector(memory, grudge, diary, pool(environment, diary), reach);
  }

  private static Lease<Pool> pool(Environment environment, Diary diary) {
    return environment.share(new Pool.Key(diary), Pool.class, () -> new Pool(diary));
  }

  /** Something that connectors share. */
  record Pool(Diary diary) implements AutoCloseable {
    record Key(Diary diary) {}

    @Override
    public void close() {
      diary.write("pool");
    }
  }

  static void refuse(String grudge, String step) {
    if (grudge.equals(step)) {
      throw new StoreException("The connector refuses: " + step + ".");
    }
  }
}
