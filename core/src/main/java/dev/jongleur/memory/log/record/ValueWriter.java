package dev.jongleur.memory.log.record;

import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values so that they are read as what they are, to the last bit. One thread's. */
final class ValueWriter {
  private final Sink sink;
  private int depth;

  ValueWriter(Sink sink) {
    this.sink = sink;
  }

  /** What lies in a slot: null where absent, {@link Nothing#NULL} for null. */
  void slot(@Nullable Object value) {
    if (value == null) {
      sink.put(Tag.ABSENT);
    } else {
      value(value);
    }
  }

  /**
   * Writes a value, null included.
   *
   * @throws DataException when it is of a kind that no property has, or nested too deeply
   */
  void value(@Nullable Object value) {
    switch (value) {
      case null -> sink.put(Tag.NULL);
      case Nothing _ -> sink.put(Tag.NULL);
      case Boolean flag -> sink.put(flag ? Tag.TRUE : Tag.FALSE);
      case String text -> text(text);
      case Number number -> number(number);
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case Entity entity -> map(entity.toMap());
      default -> scalar(value);
    }
  }

  private void number(Number number) {
    switch (number) {
      case Long whole -> tagged(Tag.LONG, zigzag(whole));
      case Integer whole -> tagged(Tag.INTEGER, zigzag(whole));
      case Double real -> {
        sink.put(Tag.DOUBLE);
        sink.putLong(Double.doubleToRawLongBits(real));
      }
      case BigDecimal exact -> {
        tagged(Tag.DECIMAL, zigzag(exact.scale()));
        bytes(exact.unscaledValue().toByteArray());
      }
      default -> throw unknown(number);
    }
  }

  private void scalar(Object value) {
    switch (value) {
      case Instant at -> {
        tagged(Tag.INSTANT, zigzag(at.getEpochSecond()));
        sink.putCount(at.getNano());
      }
      case LocalDate day -> tagged(Tag.DATE, zigzag(day.toEpochDay()));
      case UUID id -> {
        sink.put(Tag.UUID);
        sink.putLong(id.getMostSignificantBits());
        sink.putLong(id.getLeastSignificantBits());
      }
      case Binary binary -> {
        sink.put(Tag.BINARY);
        bytes(binary.bytes());
      }
      case GeoPoint point -> {
        sink.put(Tag.POINT);
        sink.putLong(Double.doubleToRawLongBits(point.lat()));
        sink.putLong(Double.doubleToRawLongBits(point.lng()));
      }
      case DateText date -> {
        sink.put(Tag.DATE_TEXT);
        text(date.when());
      }
      case Unreadable unreadable -> {
        sink.put(Tag.UNREADABLE);
        text(unreadable.text());
      }
      default -> throw unknown(value);
    }
  }

  private void list(List<?> list) {
    deeper();
    tagged(Tag.LIST, list.size());
    for (Object item : list) {
      value(item);
    }
    depth--;
  }

  void map(Map<?, ?> map) {
    deeper();
    tagged(Tag.MAP, map.size());
    map.forEach((key, item) -> {
      text(String.valueOf(key));
      value(item);
    });
    depth--;
  }

  /** A byte for each character where that is enough, else two: not every text is Unicode. */
  void text(String text) {
    boolean isLatin = text.chars().allMatch(c -> c <= 0xFF);
    sink.put(isLatin ? Tag.LATIN : Tag.TEXT);
    bytes(isLatin ? text.getBytes(StandardCharsets.ISO_8859_1) : pairs(text));
  }

  private static byte[] pairs(String text) {
    byte[] pairs = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      pairs[2 * i] = (byte) (text.charAt(i) >> 8);
      pairs[2 * i + 1] = (byte) text.charAt(i);
    }
    return pairs;
  }

  private void bytes(byte[] bytes) {
    sink.putCount(bytes.length);
    sink.put(bytes, 0, bytes.length);
  }

  private void tagged(int tag, long number) {
    sink.put(tag);
    sink.putCount(number);
  }

  private void deeper() {
    if (++depth > Tag.DEEPEST) {
      throw new DataException("A value is nested more than " + Tag.DEEPEST + " levels deep.");
    }
  }

  private static long zigzag(long number) {
    return number << 1 ^ number >> 63;
  }

  private static DataException unknown(Object value) {
    return new DataException(
        "A " + value.getClass().getSimpleName() + " cannot be stored: no property holds one.");
  }
}
