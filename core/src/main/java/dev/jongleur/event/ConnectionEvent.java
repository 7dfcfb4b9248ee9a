package dev.jongleur.event;

import java.time.Instant;

/** What happens between a data source and its backend (F-123). Immutable. */
public sealed interface ConnectionEvent {
  /** The id of the data source. */
  String dataSource();

  Instant at();

  /** The backend answered. */
  record Connected(String dataSource, Instant at) implements ConnectionEvent {}

  /** What was held open was given back; the next call connects again. */
  record Disconnected(String dataSource, Instant at) implements ConnectionEvent {}

  /** The backend did not answer; the next call tries again. */
  record Failed(String dataSource, RuntimeException failure, Instant at)
      implements ConnectionEvent {}
}
