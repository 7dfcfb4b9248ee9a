package dev.jongleur.testkit;

import dev.jongleur.DataSource;
import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Settings;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A backend under test.
 *
 * @param name to tell its results by
 * @param fresh settings of a new, empty data source, made for each one that a case declares
 * @param flags the flags of {@code requires} that it lives up to; cases that need others are
 *     skipped
 */
public record Backend(String name, Supplier<Settings> fresh, Set<String> flags) {
  /** What the product itself promises on every backend. */
  private static final Set<String> EVERYWHERE =
      Set.of("automigrate", "introspection", "builderSettings", "maxDepthOfData");

  public Backend {
    flags = Set.copyOf(flags);
  }

  /** The memory connector, which skips nothing. */
  public static Backend memory() {
    Backend memory = of("memory", () -> Settings.of("memory"));
    return memory.with("keyValue", "transient", "sharedCollection");
  }

  /** A backend whose flags are those that its connector's capabilities stand for. */
  public static Backend of(String name, Supplier<Settings> fresh) {
    var flags = new TreeSet<>(EVERYWHERE);
    try (DataSource source = DataSource.open(fresh.get())) {
      source.capabilities().forEach(capability -> add(capability, flags));
    }
    return new Backend(name, fresh, flags);
  }

  public Backend with(String... more) {
    var all = new TreeSet<>(flags);
    all.addAll(Set.of(more));
    return new Backend(name, fresh, all);
  }

  /** The settings of a data source as a case declares it: only memory is exchanged. */
  public Settings settings(Map<String, Object> declared) {
    if (!"memory".equals(declared.getOrDefault("connector", "memory"))) {
      return Settings.of(declared);
    }
    Settings settings = fresh.get();
    for (var entry : flat(declared).entrySet()) {
      if (!entry.getKey().equals("connector")) {
        settings = settings.with(entry.getKey(), entry.getValue());
      }
    }
    return settings;
  }

  /** What the original has as settings of its model builder are settings of a data source here. */
  private static Map<String, Object> flat(Map<String, Object> declared) {
    var flat = new TreeMap<>(declared);
    if (flat.remove("builderSettings") instanceof Map<?, ?> inner) {
      inner.forEach((key, value) -> flat.put(String.valueOf(key), value));
    }
    return flat;
  }

  private static void add(Capability capability, Set<String> flags) {
    switch (capability) {
      case NESTED_PROPERTIES -> flags.add("nestedProperty");
      case ARRAY_QUERIES -> flags.add("arrayQuery");
      case LIKE -> flags.add("like");
      case REGEXP -> flags.add("regexp");
      case NEAR -> flags.add("near");
      case TRANSACTIONS -> flags.add("transactions");
      default -> {}
    }
  }
}
