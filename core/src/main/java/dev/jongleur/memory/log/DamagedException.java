package dev.jongleur.memory.log;

/** Bytes are not what was written; never leaves this package. */
final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedException(String how) {
    super(how);
  }
}
