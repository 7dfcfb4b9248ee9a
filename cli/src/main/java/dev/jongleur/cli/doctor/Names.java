package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.FieldName;
import java.util.Set;

/**
 * What the doctor looks for: Jongleur's classes and fields by today's names. A rename there is a
 * change here and nowhere else; a test compares the two.
 */
final class Names {
  static final String TENANTS = "dev.jongleur.tenant.Tenants";
  static final FieldName TENANTS_LIVES = new FieldName(TENANTS, "lives");
  static final FieldName TENANTS_CLOSED = new FieldName(TENANTS, "closed");

  static final String TENANT_LIFE = "dev.jongleur.tenant.TenantLife";
  static final FieldName LIFE_ID = new FieldName(TENANT_LIFE, "id");
  static final FieldName LIFE_UNFOLDED = new FieldName(TENANT_LIFE, "unfolded");
  static final FieldName LIFE_ENDED = new FieldName(TENANT_LIFE, "ended");
  static final FieldName LIFE_OBSERVERS = new FieldName(TENANT_LIFE, "observers");

  static final FieldName UNFOLDED_SPACE = new FieldName("dev.jongleur.tenant.Unfolded", "space");

  /** Where an application keeps what it knows of its tenants. */
  static final String CATALOGUE = "dev.jongleur.tenant.StoredCatalogue";

  static final FieldName CATALOGUE_SPACE = new FieldName(CATALOGUE, "space");

  static final String TENANT_ID = "dev.jongleur.tenant.TenantId";
  static final FieldName ID_NAME = new FieldName(TENANT_ID, "name");

  static final String DATA_SOURCE = "dev.jongleur.DataSource";
  static final FieldName SOURCE_OPENED = new FieldName(DATA_SOURCE, "opened");
  static final FieldName SOURCE_SPACE = new FieldName(DATA_SOURCE, "space");

  static final String DATA_SOURCE_ID = "dev.jongleur.registry.DataSourceId";
  static final FieldName ID_CONNECTOR = new FieldName(DATA_SOURCE_ID, "connector");
  static final FieldName ID_DIGEST = new FieldName(DATA_SOURCE_ID, "digest");

  static final String OPENED_STORE = "dev.jongleur.registry.OpenedStore";
  static final FieldName STORE_ID = new FieldName(OPENED_STORE, "id");
  static final FieldName STORE_CLOSED = new FieldName(OPENED_STORE, "closed");

  static final String ENTRY = "dev.jongleur.registry.SharedResources$Entry";
  static final FieldName ENTRY_KEY = new FieldName(ENTRY, "key");
  static final FieldName ENTRY_COUNT = new FieldName(ENTRY, "count");

  static final String LEASE = "dev.jongleur.registry.SharedResources$CountedLease";
  static final FieldName LEASE_ENTRY = new FieldName(LEASE, "entry");
  static final FieldName LEASE_CLOSED = new FieldName(LEASE, "closed");

  static final String MODEL_SPACE = "dev.jongleur.model.ModelSpace";
  static final FieldName SPACE_OWNER = new FieldName(MODEL_SPACE, "owner");
  static final FieldName SPACE_GATE = new FieldName(MODEL_SPACE, "gate");

  static final String AUDIENCE = "dev.jongleur.model.Audience";
  static final FieldName AUDIENCE_OWN = new FieldName(AUDIENCE, "own");
  static final FieldName AUDIENCE_COMMON = new FieldName(AUDIENCE, "common");

  static final String GATE = "dev.jongleur.model.Gate";
  static final FieldName GATE_INSIDE = new FieldName(GATE, "inside");
  static final FieldName GATE_CLOSED = new FieldName(GATE, "closed");

  /** From here on {@link #GATE_INSIDE} says that nobody is let in any more. */
  static final int RETIRED = 1 << 29;

  static final String BOUND_MODEL = "dev.jongleur.model.BoundModel";
  static final String BLUEPRINT = "dev.jongleur.definition.Blueprint";

  static final String DEFINITION = "dev.jongleur.definition.ModelDefinition";
  static final FieldName DEFINITION_NAME = new FieldName(DEFINITION, "name");

  static final String SHAPE = "dev.jongleur.definition.Shape";
  static final FieldName SHAPE_DIGEST = new FieldName(SHAPE, "digest");

  static final String OBSERVERS = "dev.jongleur.observer.Observers";
  static final FieldName OBSERVERS_SNAPSHOT = new FieldName(OBSERVERS, "snapshot");
  static final FieldName OBSERVERS_BY_HOOK =
      new FieldName("dev.jongleur.observer.Observers$Present", "byHook");
  static final String HOOK = "dev.jongleur.observer.Hook";

  static final FieldName ATOMIC_BOOLEAN =
      new FieldName("java.util.concurrent.atomic.AtomicBoolean", "value");
  static final FieldName ATOMIC_INTEGER =
      new FieldName("java.util.concurrent.atomic.AtomicInteger", "value");
  static final FieldName ATOMIC_REFERENCE =
      new FieldName("java.util.concurrent.atomic.AtomicReference", "value");
  static final FieldName FUTURE_RESULT =
      new FieldName("java.util.concurrent.CompletableFuture", "result");

  /** By this the Cleaner knows what an owner may forget. */
  static final FieldName RELEASE_CLOSED =
      new FieldName("dev.jongleur.registry.Forgotten$Release", "closed");

  /** By this it knows what an application may forget. */
  static final FieldName HOLDINGS_OPEN = new FieldName("dev.jongleur.registry.Holdings", "open");

  /** Fields that watch over what others hold, and hold nothing themselves. */
  static final Set<FieldName> WATCHING = Set.of(RELEASE_CLOSED, HOLDINGS_OPEN);

  /** What leases on tenant registries, and on connectors, are under. */
  static final String REGISTRY_KEY = "dev.jongleur.registry.RegistryKey";

  static final String CONNECTOR_KEY = "dev.jongleur.registry.ConnectorKey";

  private Names() {}
}
