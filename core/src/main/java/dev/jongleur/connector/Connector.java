package dev.jongleur.connector;

import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.error.UnsupportedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open backend as its settings say. Thread-safe; closing it closes its stores' resources. */
public interface Connector extends AutoCloseable {
  Set<Capability> capabilities();

  default boolean can(Capability capability) {
    return capabilities().contains(capability);
  }

  /**
   * The type that a generated id is held in here; as it is defined, where values of that type can
   * be made (F-078). Asked unless the property says {@code useDefaultIdType: false}.
   */
  default PropertyType generatedType(Property id) {
    return id.type();
  }

  /**
   * The store of one partition; cheap, and opened at its first use.
   *
   * @throws dev.jongleur.error.UnsupportedException for a named partition, when the connector has
   *     none
   */
  Store store(Partition partition);

  /** The named partitions that have data, whoever made them. */
  Set<String> partitions();

  /** Whether a partition has data; never slower for there being many others. */
  default boolean holds(Partition partition) {
    return partitions().contains(partition.name());
  }

  /** Removes a partition with all its data; nothing happens when there is none. */
  void erase(Partition partition);

  /**
   * Gives back what is held open for a partition, unless it is in use; its data stays, and its next
   * use opens it again.
   */
  default void release(Partition partition) {}

  /** Whether a connection has to be made before the first use: not where all is in memory. */
  default boolean connects() {
    return false;
  }

  /** What kind of backend this is, in LoopBack's words: {@code db}, {@code nosql} (F-122). */
  default List<String> types() {
    return List.of();
  }

  /**
   * Carries out a command of the backend's own language, values bound to its parameters (F-132).
   *
   * @throws dev.jongleur.error.UnsupportedException when the connector has no such language
   */
  default List<Map<String, Object>> execute(
      Partition partition, String command, List<? extends @Nullable Object> parameters) {
    throw new UnsupportedException("This connector carries out no commands.");
  }

  /**
   * Tries whether the backend answers.
   *
   * @throws dev.jongleur.error.StoreException when it does not
   */
  void ping();

  /**
   * What the backend is held open with, by name: {@code databases} and {@code connections} now,
   * each also with {@code Peak} and {@code Most} (the most there ever were, the most there may be).
   * Nothing of what this connector has none of.
   */
  default Map<String, Long> figures() {
    return Map.of();
  }

  @Override
  void close();
}
