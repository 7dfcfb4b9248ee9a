package dev.jongleur.keyvalue;

import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;

/** How much may be kept, in bytes: by all partitions together, and by each. */
record Bounds(long together, long each) {
  static Bounds of(Settings settings) {
    long together = bytes(settings, "maxBytes", Runtime.getRuntime().maxMemory() / 4);
    return new Bounds(together, bytes(settings, "maxBytesPerTenant", together));
  }

  private static long bytes(Settings settings, String name, long otherwise) {
    if (!settings.values().containsKey(name)) {
      return otherwise;
    }
    if (settings.values().get(name) instanceof Number number && number.longValue() > 0) {
      return number.longValue();
    }
    throw new DefinitionException("The setting \"" + name + "\" is a positive number of bytes.");
  }
}
