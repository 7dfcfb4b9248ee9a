package dev.jongleur.cli.doctor;

import java.util.Locale;

/** Numbers of bytes as people read them. */
final class Bytes {
  private Bytes() {}

  static String text(long bytes) {
    if (bytes < 10_000) {
      return String.format(Locale.ROOT, "%,d bytes", bytes);
    }
    return bytes < 10_000_000
        ? String.format(Locale.ROOT, "%,.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
