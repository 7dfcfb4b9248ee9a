package dev.jongleur.definition;

/** What happens to properties that a model does not define (F-047). */
public enum Strict {
  /** They are kept. */
  OPEN,
  /** They make the entity invalid, code {@code unknown-property}. */
  REFUSE,
  /** They are dropped. */
  FILTER
}
