package dev.jongleur.json.project;

import dev.jongleur.Tenant;
import dev.jongleur.query.Options;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that LoopBack's memory connector kept in the {@code file} of a data source (F-389), by
 * model. They are one owner's: whose they are, a program says. Immutable.
 */
public record KeptRows(Map<String, List<Map<String, @Nullable Object>>> byModel) {
  public static final KeptRows NONE = new KeptRows(Map.of());

  /** They were stored once: no rule, default or scope concerns them now. */
  private static final Options AS_THEY_ARE =
      Options.of("validate", false).with("applyDefaultValues", false).with("unscoped", true);

  public KeptRows {
    byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
  }

  public boolean isEmpty() {
    return byModel.isEmpty();
  }

  /**
   * Stores them for a tenant, with their ids; for each model all or none.
   *
   * @return how many rows of each model were stored
   * @throws dev.jongleur.error.BulkException when an id is taken
   */
  public Map<String, Integer> storeFor(Tenant tenant) {
    var stored = new LinkedHashMap<String, Integer>();
    byModel.forEach((model, rows) ->
        stored.put(model, tenant.model(model).createAll(rows, AS_THEY_ARE).size()));
    return stored;
  }
}
