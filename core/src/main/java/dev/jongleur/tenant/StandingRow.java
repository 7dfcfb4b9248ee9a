package dev.jongleur.tenant;

import dev.jongleur.definition.DefinitionFormat;
import dev.jongleur.definition.ModelChange;
import dev.jongleur.definition.Overlay;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.policy.TenantLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant's standing as the values of a row, and back. */
final class StandingRow {
  static final String SUSPENDED = "suspended";
  static final String LIMITS = "limits";
  static final String OVERLAY = "overlay";

  private static final String PART = "part";
  private static final String WITHOUT = "without";
  private static final String SETTINGS = "settings";
  private static final String DATA_SOURCE = "dataSource";

  private final Optional<DefinitionFormat> format;

  StandingRow() {
    this.format = ServiceLoader.load(DefinitionFormat.class).findFirst();
  }

  Map<String, Object> write(TenantId id, Standing standing) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", id.name());
    row.put(SUSPENDED, standing.suspended());
    standing.limits().ifPresent(limits -> row.put(LIMITS, LimitsRow.write(limits)));
    row.put(OVERLAY, overlay(standing.overlay()));
    return row;
  }

  Standing read(Map<String, ? extends @Nullable Object> row) {
    return new Standing(
        overlay(map(row.get(OVERLAY))),
        Boolean.TRUE.equals(row.get(SUSPENDED)),
        row.get(LIMITS) instanceof Map<?, ?> limits
            ? Optional.of(LimitsRow.read(map(limits)))
            : Optional.<TenantLimits>empty());
  }

  private Map<String, Object> overlay(Overlay overlay) {
    var written = new LinkedHashMap<String, Object>();
    overlay.changes().forEach((model, change) -> written.put(model, change(change)));
    return written;
  }

  private Map<String, Object> change(ModelChange change) {
    return Map.of(
        PART,
        format().write(change.part()),
        WITHOUT,
        List.copyOf(change.without()),
        SETTINGS,
        change.settings(),
        DATA_SOURCE,
        change.dataSource());
  }

  private Overlay overlay(Map<String, @Nullable Object> written) {
    var changes = new LinkedHashMap<String, ModelChange>();
    written.forEach((model, change) -> changes.put(model, readChange(map(change))));
    return changes.isEmpty() ? Overlay.NONE : new Overlay(changes);
  }

  private ModelChange readChange(Map<String, @Nullable Object> written) {
    return new ModelChange(
        format().read(map(written.get(PART))),
        names(written.get(WITHOUT)),
        Boolean.TRUE.equals(written.get(SETTINGS)),
        String.valueOf(written.get(DATA_SOURCE)));
  }

  private static Set<String> names(@Nullable Object written) {
    List<?> list = written instanceof List<?> names ? names : new ArrayList<>();
    return list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, @Nullable Object> map(@Nullable Object written) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    if (written instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  private DefinitionFormat format() {
    return format.orElseThrow(() ->
        new UnsupportedException(
            "To keep what a tenant has of its own, add the module jongleur-json."));
  }
}
