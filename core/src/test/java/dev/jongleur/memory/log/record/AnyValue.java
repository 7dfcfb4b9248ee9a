package dev.jongleur.memory.log.record;

import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Unreadable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every kind that a row may hold, with the odd ones more often than chance would. */
public final class AnyValue {
  private static final String CHARACTERS =
      "aZ09 \u0000\n\u00e9\u00ff\u0100\u6f22\uD83D\uDE42\uD800\uDC00";

  private AnyValue() {}

  public static @Nullable Object of(Random random) {
    return of(random, 3);
  }

  private static @Nullable Object of(Random random, int depth) {
    int kinds = depth > 0 ? 20 : 16;
    return switch (random.nextInt(kinds)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2, 3 -> whole(random);
      case 4, 5 -> real(random);
      case 6, 7 -> text(random);
      case 8 -> random.nextInt();
      case 9 ->
          new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(40) - 20);
      case 10 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      case 11 -> LocalDate.ofEpochDay(random.nextInt(2_000_000) - 1_000_000);
      case 12 -> new UUID(random.nextLong(), random.nextLong());
      case 13 -> binary(random);
      case 14 -> new GeoPoint(random.nextInt(181) - 90, random.nextDouble());
      case 15 -> random.nextBoolean() ? new DateText("2026-01-02") : new Unreadable(text(random));
      case 16, 17 -> list(random, depth);
      default -> map(random, depth);
    };
  }

  private static Object whole(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> random.nextLong();
      default -> (long) random.nextInt(200) - 100;
    };
  }

  private static Object real(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> Double.NaN;
      case 1 -> -0.0;
      case 2 -> Double.NEGATIVE_INFINITY;
      case 3 -> Double.MIN_VALUE;
      case 4 -> Double.longBitsToDouble(0x7ff8000000000001L);
      default -> random.nextGaussian();
    };
  }

  static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  private static Object binary(Random random) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return Binary.of(bytes);
  }

  private static Object list(Random random, int depth) {
    var list = new ArrayList<@Nullable Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(of(random, depth - 1));
    }
    return list;
  }

  private static Object map(Random random, int depth) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(text(random), of(random, depth - 1));
    }
    return map;
  }
}
