package dev.jongleur.memory.log.record;

/** How a value begins: its kind. The numbers are for ever, others may be added. */
final class Tag {
  static final int ABSENT = 0;
  static final int NULL = 1;
  static final int FALSE = 2;
  static final int TRUE = 3;
  static final int LONG = 4;
  static final int DOUBLE = 5;
  static final int LATIN = 6;
  static final int TEXT = 7;
  static final int INTEGER = 8;
  static final int DECIMAL = 9;
  static final int INSTANT = 10;
  static final int DATE = 11;
  static final int UUID = 12;
  static final int BINARY = 13;
  static final int POINT = 14;
  static final int DATE_TEXT = 15;
  static final int UNREADABLE = 16;
  static final int LIST = 17;
  static final int MAP = 18;

  /** Values nested deeper than this are neither written nor read. */
  static final int DEEPEST = 1_000;

  private Tag() {}
}
