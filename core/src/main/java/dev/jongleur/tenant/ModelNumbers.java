package dev.jongleur.tenant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The blueprint's models by number, the same for all tenants and for as long as the application
 * lives, so that what a tenant keeps for each of its models takes no map. Thread-safe.
 */
public final class ModelNumbers {
  private final Commons commons;

  /** Bounded by the models that the blueprint ever had. */
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  ModelNumbers(Commons commons) {
    this.commons = commons;
  }

  /** The number of a model; -1 when the blueprint does not have it now. */
  public int of(String model) {
    return commons.structure().number(model);
  }

  /**
   * One text for a model's name, whoever asks: the one by which the program first asked for it,
   * since it mostly asks by the same again, and the same text is known without being read.
   */
  public String shared(String model) {
    return of(model) < 0 ? model : texts.computeIfAbsent(model, same -> same);
  }
}
