package dev.jongleur.event;

/**
 * Is told what happens to tenants and data sources, on the thread on which it happened. What it
 * throws is logged and otherwise ignored; it should not take long, and does not wait for others.
 */
@FunctionalInterface
public interface RegistryListener {
  void happened(RegistryEvent event);
}
