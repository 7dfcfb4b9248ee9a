package dev.jongleur.memory.log.file;

import java.io.IOException;

/** A file ends with something that was not acknowledged and cannot be cut off now. */
public final class BrokenFileException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenFileException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
