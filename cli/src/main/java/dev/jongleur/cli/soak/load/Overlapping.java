package dev.jongleur.cli.soak.load;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The next request of the tenant closes it, after opening its own: the tenant's configuration is
 * never without an open data source. Holds one for each tenant.
 */
final class Overlapping implements Ending {
  private final Map<String, DataSource> open = new ConcurrentHashMap<>();

  @Override
  public void end(ModelRegistry registry, String tenant, DataSource source) {
    DataSource earlier = open.put(tenant, source);
    if (earlier != null) {
      earlier.close();
    }
  }

  @Override
  public boolean keepsOneOpen() {
    return true;
  }

  @Override
  public void finish() {
    open.values().forEach(DataSource::close);
    open.clear();
  }
}
