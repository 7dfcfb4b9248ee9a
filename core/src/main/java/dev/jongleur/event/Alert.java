package dev.jongleur.event;

import java.time.Instant;

/**
 * Something that an operator should know of. Told once when it begins; again only after it was over
 * and begins anew. Immutable; its message has no secret.
 *
 * @param value what was measured or counted
 * @param threshold what it is above
 */
public record Alert(Kind kind, String message, long value, long threshold, Instant at) {
  /** What there is to tell of. */
  public enum Kind {
    /** More tenants hold something than is thought healthy. */
    TENANT_REGISTRIES,
    /** Many tenants are unfolded in a short time. */
    RAPID_CREATION,
    /** More of the heap is alive than is thought healthy; in bytes. */
    HEAP,
    /** Something was dropped without being closed, and was released after all. */
    LEAK,
    /** Something could not be folded or released. */
    CLEAN_UP_FAILED
  }
}
