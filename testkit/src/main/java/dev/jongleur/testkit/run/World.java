package dev.jongleur.testkit.run;

import dev.jongleur.DataSource;
import dev.jongleur.KeyValueModel;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Capability;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.json.DefinitionJson;
import dev.jongleur.testkit.Backend;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registry, data sources and models of a case, or of all cases on a read-only fixture. */
final class World implements AutoCloseable {
  private final ModelRegistry registry = new ModelRegistry();
  private final Map<String, DataSource> sources = new LinkedHashMap<>();
  private final Map<String, Model> models = new LinkedHashMap<>();
  private final Map<String, KeyValueModel> keyed = new LinkedHashMap<>();

  private World() {}

  /** Opens the data sources that a case declares, or one called {@code db}. */
  static World open(Backend backend, Map<String, Map<String, Object>> declared) {
    var world = new World();
    try {
      var all = declared.isEmpty() ? Map.of("db", Map.<String, Object>of()) : declared;
      all.forEach((name, settings) ->
          world.sources.put(name, world.registry.open(backend.settings(settings))));
      return world;
    } catch (RuntimeException e) {
      world.close();
      throw e;
    }
  }

  Model define(Map<String, @Nullable Object> raw) {
    if (raw.containsKey("dataSource") && raw.get("dataSource") == null) {
      throw new MissingFeature("models without a data source");
    }
    if (Raw.map(raw.get("mixins")).values().stream().anyMatch(use -> !Boolean.FALSE.equals(use))) {
      throw new MissingFeature("mixins");
    }
    ModelDefinition definition =
        OwnRules.added(DefinitionJson.read(OwnRules.without(raw), this::definition), raw);
    DataSource source =
        raw.get("dataSource") instanceof String name
            ? source(name).orElseThrow()
            : sources.values().iterator().next();
    Model model = source.define(definition);
    models.put(model.name(), model);
    if (source.capabilities().contains(Capability.KEY_VALUE)) {
      keyed.put(model.name(), source.keyValue(model.name()));
    }
    return model;
  }

  Optional<Model> model(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /** A model that keeps values under keys. */
  Optional<KeyValueModel> keyed(String name) {
    return Optional.ofNullable(keyed.get(name));
  }

  Optional<DataSource> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** Leases that are open still: none after {@link #close()}, whatever a case did. */
  int leases() {
    return registry.stats().leases();
  }

  private Optional<ModelDefinition> definition(String name) {
    return model(name).map(Model::definition);
  }

  @Override
  public void close() {
    sources.values().forEach(DataSource::close);
  }
}
