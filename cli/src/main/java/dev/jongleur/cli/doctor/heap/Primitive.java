package dev.jongleur.cli.doctor.heap;

import java.util.List;
import java.util.Locale;

/** The primitive types that arrays and fields have, by the dump's numbers. */
enum Primitive {
  BOOLEAN(4, 1),
  CHAR(5, 2),
  FLOAT(6, 4),
  DOUBLE(7, 8),
  BYTE(8, 1),
  SHORT(9, 2),
  INT(10, 4),
  LONG(11, 8);

  private static final List<Primitive> ALL = List.of(values());

  private final int number;
  private final int bytes;

  Primitive(int number, int bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  static Primitive of(int number) {
    return ALL.get(number - BOOLEAN.number);
  }

  /** Those there are, from 0. */
  static Primitive at(int place) {
    return ALL.get(place);
  }

  int place() {
    return number - BOOLEAN.number;
  }

  int bytes() {
    return bytes;
  }

  String arrayName() {
    return name().toLowerCase(Locale.ROOT) + "[]";
  }
}
