package dev.jongleur.entity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads instants from text (F-017). Text without a zone is UTC. */
public final class Dates {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .optionalStart()
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Dates() {}

  /** The instant that text stands for, to the millisecond; empty when it is no date. */
  public static Optional<Instant> read(String text) {
    String stripped = text.strip();
    try {
      return Optional.of(parse(stripped).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The day that text of the form yyyy-MM-dd stands for, of the years 1 to 9999. */
  public static Optional<LocalDate> day(String text) {
    if (!DAY.matcher(text).matches() || text.startsWith("0000")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant parse(String text) {
    if (text.matches("\\d{4}")) {
      return Year.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (text.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (text.matches("[A-Za-z]{3},.*")) {
      return OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
    TemporalAccessor found =
        ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (found) {
      case OffsetDateTime at -> at.toInstant();
      case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
      case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
      default -> throw new DateTimeException("not a date");
    };
  }
}
