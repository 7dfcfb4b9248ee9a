package dev.jongleur.connector;

/** How the data of tenants on one data source is kept apart. */
public enum Isolation {
  /** Each tenant has a database of its own. */
  DATABASE_PER_TENANT,
  /** Each tenant has a schema of its own within one database. */
  SCHEMA_PER_TENANT
}
