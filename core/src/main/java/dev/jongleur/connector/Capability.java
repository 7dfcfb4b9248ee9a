package dev.jongleur.connector;

/** What a connector may or may not be able to do. */
public enum Capability {
  /** Conditions on dotted paths. */
  NESTED_PROPERTIES,
  /** A condition on a list holds when one element fits. */
  ARRAY_QUERIES,
  LIKE,
  REGEXP,
  NEAR,
  /** Properties that a model does not define are kept and can be asked for. */
  OPEN_MODELS,
  /** What is stored survives the connector. */
  DURABLE,
  /** Each partition has its own data. */
  PARTITIONS,
  /** Values of lists and nested models come back typed, not as plain maps. */
  TYPED_VALUES,
  /** Several changes can be made to happen together or not at all: {@link Store#begin}. */
  TRANSACTIONS,
  /** It keeps values under keys, and no rows: its stores are {@link KeyValueStore}s. */
  KEY_VALUE,
  /** Nothing is stored, so that an entity at hand is never found missing. */
  TRANSIENT,
  /** Work that reads and then stores takes turns, through whichever store: {@link Store#inTurn}. */
  TURNS,
  /** A row can be replaced on a condition, and a number counted up where it is stored. */
  VERSIONS
}
