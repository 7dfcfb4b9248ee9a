package dev.jongleur.cli.soak.load;

import dev.jongleur.ModelRegistry;

/** What one request does, all of it. An interface, so that tests can plant leaks. */
@FunctionalInterface
public interface Request {
  void perform(ModelRegistry registry, String tenant, long number);
}
