package dev.jongleur.observer;

import java.util.Locale;
import java.util.Optional;

/** The places in an operation where observers are called (section 36 of the features). */
public enum Hook {
  ACCESS,
  BEFORE_SAVE,
  PERSIST,
  LOADED,
  AFTER_SAVE,
  BEFORE_DELETE,
  AFTER_DELETE;

  /** LoopBack's name: {@code before save}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public static Optional<Hook> named(String label) {
    for (Hook hook : values()) {
      if (hook.label().equals(label)) {
        return Optional.of(hook);
      }
    }
    return Optional.empty();
  }
}
