package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.MisuseException;
import dev.jongleur.query.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all hooks of one use of an operation have in common. Belongs to one thread. */
public final class Occasion {
  private final String model;
  private final String tenant;
  private final Options options;
  private @Nullable Map<String, Object> state;
  private @Nullable List<Entity> previous;

  /**
   * @param tenant whose data it is; empty for nobody's
   */
  public Occasion(String model, String tenant, Options options) {
    this.model = model;
    this.tenant = tenant;
    this.options = options;
  }

  String model() {
    return model;
  }

  Optional<String> tenant() {
    return tenant.isEmpty() ? Optional.empty() : Optional.of(tenant);
  }

  Options options() {
    return options;
  }

  /** Made for the first who asks. */
  Map<String, Object> state() {
    Map<String, Object> known = state;
    if (known == null) {
      known = new HashMap<>();
      state = known;
    }
    return known;
  }

  /** The rows as they were read before the change. */
  public void previous(List<Entity> rows) {
    this.previous = List.copyOf(rows);
  }

  List<Entity> previous() {
    List<Entity> rows = previous;
    if (rows == null) {
      throw new MisuseException(
          "The rows of \""
              + model
              + "\" before a change are read only for who asks: observe hook.withPrevious().");
    }
    return rows;
  }
}
