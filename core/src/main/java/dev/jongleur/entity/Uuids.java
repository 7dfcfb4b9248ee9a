package dev.jongleur.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads uuids from text, and orders them as their text is ordered. */
public final class Uuids {
  private static final Pattern TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /** The uuid that text of the usual 36 characters stands for, in any case. */
  public static Optional<UUID> read(String text) {
    return TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** By their bits without a sign, unlike Java's own order. */
  public static int compare(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
