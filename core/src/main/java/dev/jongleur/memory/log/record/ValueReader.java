package dev.jongleur.memory.log.record;

import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.error.JongleurException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link ValueWriter} wrote. Whatever the bytes, it ends, takes no more memory than in
 * proportion to them, and fails only as {@link DamagedException}. One thread's.
 */
final class ValueReader {
  private final Source source;
  private int depth;

  ValueReader(Source source) {
    this.source = source;
  }

  /** What lies in a slot: null where absent, {@link Nothing#NULL} for null. */
  @Nullable Object slot() {
    int tag = source.take();
    if (tag == Tag.ABSENT) {
      return null;
    }
    Object value = guarded(tag);
    return value == null ? Nothing.NULL : value;
  }

  /** A value, null included. */
  @Nullable Object value() {
    return guarded(source.take());
  }

  private @Nullable Object guarded(int tag) {
    try {
      return value(tag);
    } catch (DateTimeException | ArithmeticException | JongleurException e) {
      throw new DamagedException("a value of kind " + tag + " that cannot be");
    }
  }

  private @Nullable Object value(int tag) {
    return switch (tag) {
      case Tag.NULL -> null;
      case Tag.FALSE -> false;
      case Tag.TRUE -> true;
      case Tag.LATIN, Tag.TEXT -> text(tag);
      case Tag.LIST -> list();
      case Tag.MAP -> map();
      default -> scalar(tag);
    };
  }

  private Object scalar(int tag) {
    return switch (tag) {
      case Tag.LONG -> number();
      case Tag.INTEGER -> Math.toIntExact(number());
      case Tag.DOUBLE -> real();
      case Tag.DECIMAL -> decimal();
      case Tag.INSTANT -> instant();
      case Tag.DATE -> LocalDate.ofEpochDay(number());
      case Tag.UUID -> new UUID(source.takeLong(), source.takeLong());
      case Tag.BINARY -> Binary.of(bytes());
      case Tag.POINT -> new GeoPoint(real(), real());
      case Tag.DATE_TEXT -> new DateText(text());
      case Tag.UNREADABLE -> new Unreadable(text());
      default -> throw new DamagedException("a value of the unknown kind " + tag);
    };
  }

  private BigDecimal decimal() {
    int scale = Math.toIntExact(number());
    byte[] unscaled = bytes();
    if (unscaled.length == 0) {
      throw new DamagedException("a number without digits");
    }
    return new BigDecimal(new BigInteger(unscaled), scale);
  }

  private Instant instant() {
    long second = number();
    return Instant.ofEpochSecond(second, source.takeCount());
  }

  private List<@Nullable Object> list() {
    deeper();
    int size = source.takeSize(1);
    var list = new ArrayList<@Nullable Object>(size);
    for (int i = 0; i < size; i++) {
      list.add(value());
    }
    depth--;
    return Collections.unmodifiableList(list);
  }

  private Map<String, @Nullable Object> map() {
    deeper();
    int size = source.takeSize(3);
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < size; i++) {
      String key = text();
      map.put(key, value());
    }
    depth--;
    return Collections.unmodifiableMap(map);
  }

  String text() {
    return text(source.take());
  }

  private String text(int tag) {
    return switch (tag) {
      case Tag.LATIN -> new String(bytes(), StandardCharsets.ISO_8859_1);
      case Tag.TEXT -> utf16(bytes());
      default -> throw new DamagedException("no text where there should be some");
    };
  }

  /** Pair by pair: a decoder would put another character where a surrogate stands alone. */
  private static String utf16(byte[] bytes) {
    char[] chars = new char[bytes.length / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) ((bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF);
    }
    return new String(chars);
  }

  private byte[] bytes() {
    return source.take(source.takeSize(1));
  }

  private double real() {
    return Double.longBitsToDouble(source.takeLong());
  }

  private long number() {
    long zigzag = source.takeCount();
    return zigzag >>> 1 ^ -(zigzag & 1);
  }

  private void deeper() {
    if (++depth > Tag.DEEPEST) {
      throw new DamagedException("a value nested too deeply");
    }
  }
}
