package dev.jongleur.cli.soak.load;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;

/** Whoever opened it closes it. */
record Disconnecting() implements Ending {
  @Override
  public void end(ModelRegistry registry, String tenant, DataSource source) {
    source.close();
  }
}
