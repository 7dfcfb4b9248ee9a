package dev.jongleur.connector;

/**
 * Which part of a connector's data a store is for: a tenant's, or the whole where there are no
 * tenants. The name is a validated tenant name, or empty.
 */
public record Partition(String name) {
  public static final Partition WHOLE = new Partition("");

  public boolean isWhole() {
    return name.isEmpty();
  }
}
