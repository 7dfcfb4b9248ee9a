package dev.jongleur.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a data source or a tenant. Told after it happened, in that order for
 * one owner. Immutable; holds nothing of the owner, so it may be kept.
 */
public sealed interface RegistryEvent {
  /** Whom it happened to: {@code ds_h2_1a2b3c4d}, or {@code tenant acme}. */
  String owner();

  Instant at();

  /** A data source was opened, or a tenant onboarded. */
  record Created(String owner, Instant at) implements RegistryEvent {}

  /** A tenant was called and has its models again. */
  record Unfolded(String owner, Instant at) implements RegistryEvent {}

  /** A tenant gave back what can be rebuilt. */
  record Folded(String owner, Instant at) implements RegistryEvent {}

  /** Everything was given back: a data source was closed, a tenant released or erased. */
  record Released(String owner, Instant at) implements RegistryEvent {}

  /**
   * Something was dropped without being closed, and was released after all.
   *
   * @param openedAt the stack of the opening, when it was noted
   */
  record Leaked(String owner, Resource resource, Optional<Throwable> openedAt, Instant at)
      implements RegistryEvent {}

  /** What can be dropped without being closed. */
  enum Resource {
    APPLICATION("application"),
    DATA_SOURCE("data source"),
    SUBSCRIPTION("subscription"),
    TRANSACTION("transaction"),
    STREAM("stream");

    private final String label;

    Resource(String label) {
      this.label = label;
    }

    /** As messages call it. */
    public String label() {
      return label;
    }
  }
}
