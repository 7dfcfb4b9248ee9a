package dev.jongleur.jdbc.dialect;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what H2 tells in comments within the text of a statement that it has carried out. */
final class H2Plan {
  private static final Pattern SCANNED = Pattern.compile("/\\* scanCount: (\\d+) \\*/");

  private H2Plan() {}

  static QueryPlan read(String text, Collection<String> indexes) {
    return new QueryPlan(
        steps(text), indexes.stream().filter(index -> isUsed(text, index)).toList(), scanned(text));
  }

  /** A line each, but for the columns, of which H2 gives each a line. */
  private static List<String> steps(String text) {
    int from = Math.max(0, text.indexOf("\nFROM "));
    String columns = text.substring(0, from).replaceAll("\\s+", " ");
    return Stream.concat(Stream.of(columns), text.substring(from).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** {@code /* SCHEMA.INDEX: condition *}{@code /}, the names quoted where they have to be. */
  private static boolean isUsed(String text, String index) {
    String quoted = Pattern.quote(index.replace("\"", "\"\""));
    return Pattern.compile("/\\* [^:*]*\\.\"?" + quoted + "\"?[:\\s]").matcher(text).find();
  }

  private static OptionalLong scanned(String text) {
    List<Long> counts =
        SCANNED.matcher(text).results().map(found -> Long.valueOf(found.group(1))).toList();
    return counts.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(counts.stream().mapToLong(count -> count).sum());
  }
}
