package dev.jongleur.cli.soak;

import dev.jongleur.ModelRegistry;

/**
 * What one request does, from opening to disconnecting. An interface, so that tests can plant
 * leaks.
 */
@FunctionalInterface
interface Request {
  void perform(ModelRegistry registry, String tenant, long number);
}
