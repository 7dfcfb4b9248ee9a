package dev.jongleur.proof.isolation;

/** What a tenant does by its handle. */
enum Act {
  MODEL,
  OBSERVE,
  CUSTOMIZE,
  RESET,
  SUSPEND,
  LIMIT,
  RELEASE,
  ERASE
}
