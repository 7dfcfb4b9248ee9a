package dev.jongleur.registry;

/**
 * Under what a connector is shared: its data source, and the owner where it has data of its own.
 */
record ConnectorKey(DataSourceId dataSource, Object owner) {
  /** Stands for every owner, where all may share. */
  static final Object ANYONE = "anyone";
}
