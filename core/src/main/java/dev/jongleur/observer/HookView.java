package dev.jongleur.observer;

import dev.jongleur.query.Options;
import java.util.Map;
import java.util.Optional;

/**
 * What an observer of one hook sees, typed. Belongs to one operation and one thread. What is
 * replaced in it is what the operation goes on with.
 */
public sealed interface HookView
    permits AccessContext,
        SaveContext,
        PersistContext,
        LoadedContext,
        SavedContext,
        DeleteContext,
        DeletedContext {

  /** The same, for code that serves several hooks. */
  HookContext context();

  /** The model that the operation is on: it may extend the one that is observed. */
  default String model() {
    return context().model();
  }

  /** Whose data it is; empty on a data source that belongs to no tenant. */
  default Optional<String> tenant() {
    return context().tenant();
  }

  default Hook hook() {
    return context().hook();
  }

  /** What the caller said of the call. */
  default Options options() {
    return context().options();
  }

  /** Shared by the hooks of one operation, and by nothing else (F-352). */
  default Map<String, Object> state() {
    return context().state();
  }
}
