package dev.jongleur.memory.log.record;

/** Bytes are not what was written; never leaves this package. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedException(String how) {
    super(how);
  }
}
