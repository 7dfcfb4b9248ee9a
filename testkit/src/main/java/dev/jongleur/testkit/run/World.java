package dev.jongleur.testkit.run;

import dev.jongleur.DataSource;
import dev.jongleur.KeyValueModel;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Introspection;
import dev.jongleur.json.DefinitionJson;
import dev.jongleur.mixin.Mixin;
import dev.jongleur.testkit.Backend;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The registry, data sources and models of a case, or of all cases on a read-only fixture. */
final class World implements AutoCloseable {
  private static final String DETACHED = "detached";

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
    ModelDefinition definition =
        OwnRules.added(DefinitionJson.read(OwnRules.without(raw), this::definition), raw);
    DataSource source = place(raw);
    Model model = source.define(definition);
    models.put(model.name(), model);
    if (source.capabilities().contains(Capability.KEY_VALUE)) {
      keyed.put(model.name(), source.keyValue(model.name()));
    }
    return model;
  }

  private DataSource place(Map<String, @Nullable Object> raw) {
    if (raw.containsKey("dataSource") && raw.get("dataSource") == null) {
      return sources.computeIfAbsent(DETACHED, connector -> registry.open(Settings.of(connector)));
    }
    return raw.get("dataSource") instanceof String name
        ? source(name).orElseThrow()
        : sources.values().iterator().next();
  }

  /** Defines a model from a sample of its data, as its settings say. */
  Model define(
      DataSource source,
      String name,
      Map<String, @Nullable Object> sample,
      Map<String, @Nullable Object> settings) {
    Consumer<ModelBuilder> injecting =
        model -> model.injectId(!Boolean.FALSE.equals(settings.get("idInjection")));
    Model model = source.define(name, injecting.andThen(Introspection.of(sample)));
    models.put(name, model);
    return model;
  }

  Model defineProperty(String model, String name, @Nullable Object said) {
    return sources.values().stream()
        .filter(source -> source.models().contains(model))
        .findFirst()
        .orElseThrow()
        .extendModel(model, more -> DefinitionJson.property(more, name, said));
  }

  void mixin(String name, Mixin mixin) {
    registry.mixin(name, mixin);
  }

  Optional<Model> model(String name) {
    return Optional.ofNullable(models.get(name)).or(() -> implied(name));
  }

  /** One that the product defined itself, because a relation needs it. */
  private Optional<Model> implied(String name) {
    return sources.values().stream()
        .filter(source -> source.models().contains(name))
        .map(source -> source.model(name))
        .findFirst();
  }

  /** A model that keeps values under keys. */
  Optional<KeyValueModel> keyed(String name) {
    return Optional.ofNullable(keyed.get(name));
  }

  /** Sets a value on an entity by its model; on a nested value by itself. */
  Entity set(Entity entity, String name, @Nullable Object value) {
    return model(entity.definition().name())
        .map(model -> model.assign(entity, name, value))
        .orElseGet(() -> entity.with(name, value));
  }

  Optional<DataSource> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** Leases that are open still: none after {@link #close()}, whatever a case did. */
  int leases() {
    return registry.stats().leases();
  }

  Optional<ModelDefinition> definition(String name) {
    return model(name).map(Model::definition);
  }

  @Override
  public void close() {
    sources.values().forEach(DataSource::close);
  }
}
