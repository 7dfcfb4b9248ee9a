package dev.jongleur.query;

import dev.jongleur.query.KeySign.Literal;
import dev.jongleur.query.KeySign.OneOf;
import dev.jongleur.query.KeySign.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a key pattern sign by sign. Whatever the text, it is a pattern. Used once. */
final class KeyPatternReader {
  private final String text;
  private final List<KeyPart> parts = new ArrayList<>();
  private List<KeySign> signs = new ArrayList<>();
  private int at;

  KeyPatternReader(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /** The parts between slashes; at least one. */
  List<KeyPart> read() {
    while (at < text.length()) {
      readSign();
    }
    endPart();
    return List.copyOf(parts);
  }

  private void readSign() {
    char c = text.charAt(at++);
    switch (c) {
      case '/' -> endPart();
      case '*' -> addRun();
      case '?' -> signs.add(KeySign.ONE);
      case '[' -> signs.add(set().orElseGet(() -> new Literal('[')));
      case '\\' -> readEscaped();
      default -> signs.add(new Literal(c));
    }
  }

  /** Several runs together are one. */
  private void addRun() {
    if (signs.isEmpty() || signs.getLast() != KeySign.RUN) {
      signs.add(KeySign.RUN);
    }
  }

  /** A slash is one also behind a backslash; a backslash at the end is itself. */
  private void readEscaped() {
    if (at == text.length()) {
      signs.add(new Literal('\\'));
    } else if (text.charAt(at) != '/') {
      signs.add(new Literal(text.charAt(at++)));
    }
  }

  private void endPart() {
    parts.add(new KeyPart(signs));
    signs = new ArrayList<>();
  }

  /** The set that begins here; nothing is read where it has no end before the next slash. */
  private Optional<KeySign> set() {
    int begin = at;
    boolean negated = at < text.length() && (text.charAt(at) == '^' || text.charAt(at) == '!');
    if (negated) {
      at++;
    }
    var ranges = new ArrayList<Range>();
    for (boolean first = true; isWithin(first); first = false) {
      ranges.add(range());
    }
    if (at < text.length() && text.charAt(at) == ']') {
      at++;
      return Optional.of(new OneOf(negated, List.copyOf(ranges)));
    }
    at = begin;
    return Optional.empty();
  }

  /** A bracket that closes nothing yet is one of the set. */
  private boolean isWithin(boolean first) {
    return at < text.length() && text.charAt(at) != '/' && (first || text.charAt(at) != ']');
  }

  private Range range() {
    char from = member();
    boolean isRange =
        at + 1 < text.length()
            && text.charAt(at) == '-'
            && text.charAt(at + 1) != ']'
            && text.charAt(at + 1) != '/';
    if (!isRange) {
      return new Range(from, from);
    }
    at++;
    return new Range(from, member());
  }

  private char member() {
    char c = text.charAt(at++);
    return c == '\\' && at < text.length() ? text.charAt(at++) : c;
  }
}
