package dev.jongleur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens what a data test needs and closes it afterwards; then no lease is open, no thread of ours
 * runs, and the second tenant, globex, has the rows that it began with.
 */
public final class NothingIsLeftBehind implements BeforeEachCallback, AfterEachCallback {
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final List<ModelRegistry> registries = new ArrayList<>();
  private final Map<Model, List<Entity>> bystanders = new LinkedHashMap<>();
  private Set<Thread> before = Set.of();

  /** A registry that holds nothing after the test. */
  public ModelRegistry registry() {
    var registry = new ModelRegistry();
    registries.add(registry);
    return registry;
  }

  public DataSource memory() {
    return closing(registry().open(Settings.of("memory")));
  }

  /** An application in memory with these models. */
  public Jongleur application(ModelDefinition... models) {
    return application("memory", models);
  }

  public Jongleur application(String connector, ModelDefinition... models) {
    Jongleur jongleur =
        closing(
            Jongleur.builder()
                .dataSource("main", Settings.of(connector))
                .blueprint(Blueprint.of("main", List.of(models)))
                .build());
    registries.add(jongleur.registry());
    return jongleur;
  }

  /** The tenant acme; beside it globex, with a row in each model, which is not to change. */
  public Tenant acme(ModelDefinition... models) {
    Jongleur jongleur = application(models);
    Tenant globex = jongleur.onboard("globex");
    for (ModelDefinition definition : models) {
      Model model = globex.model(definition.name());
      var _ = model.create(Map.of(), Options.of("validate", false));
      bystanders.put(model, List.of());
    }
    bystanders.replaceAll((model, none) -> model.find());
    return jongleur.onboard("acme");
  }

  /** The only model of the tenant acme. */
  public Model acme(String name, Consumer<ModelBuilder> content) {
    return acme(ModelDefinition.of(name, content)).model(name);
  }

  /** Closes something after the test. */
  public <C extends AutoCloseable> C closing(C resource) {
    opened.addFirst(resource);
    return resource;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = ours();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    bystanders.forEach((model, rows) ->
        assertThat(model.find()).as("rows of globex").containsExactlyElementsOf(rows));
    for (AutoCloseable resource : opened) {
      resource.close();
    }
    for (ModelRegistry registry : registries) {
      assertThat(registry.stats().leases()).as("open leases").isZero();
      assertThat(registry.stats().tenantRegistries()).as("tenant registries").isZero();
    }
    assertThat(before).as("our threads").containsAll(ours());
  }

  private static Set<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("jongleur"))
        .collect(Collectors.toSet());
  }
}
