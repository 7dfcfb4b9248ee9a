package dev.jongleur.operation.call;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.observer.Observers;
import dev.jongleur.policy.TenantLimits;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** A model as one owner has it: its definition, its observers, and the store of its rows. */
public interface Binding {
  ModelDefinition definition();

  /** Finds the owner's other definitions. */
  ModelLookup models();

  /**
   * The owner's model of this name.
   *
   * @throws dev.jongleur.error.DefinitionException when it has none
   */
  Binding other(String model);

  /** The store, with room made for this model. */
  Store store();

  Connector connector();

  /**
   * Does work as a transaction of its own, which the operations in it are part of that are on the
   * same store. It commits when the work returns, and is rolled back when it fails.
   *
   * @throws dev.jongleur.error.UnsupportedException when the connector has no transactions
   * @throws dev.jongleur.error.TransactionException within a transaction on the same store, or when
   *     another was first to change the same rows
   */
  <T> T together(Supplier<T> work);

  Observers observers();

  /** One caller at a time, for what must not be done twice at once. */
  Lock turn();

  /** The time, as the owner has it. */
  InstantSource clock();

  /** Whose data it is; empty for a data source that belongs to no tenant. */
  String tenant();

  /** The settings of the data source. */
  Settings settings();

  /** What the owner may use. */
  TenantLimits limits();
}
