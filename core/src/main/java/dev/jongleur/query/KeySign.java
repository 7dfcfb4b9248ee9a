package dev.jongleur.query;

import java.util.List;

/** One sign of a key pattern. Immutable. */
sealed interface KeySign {
  /** Any run of characters, none included. */
  KeySign RUN = new Any();

  /** Any one character. */
  KeySign ONE = new Any();

  boolean fits(char c);

  /** Told apart by which of the two constants it is. */
  final class Any implements KeySign {
    private Any() {}

    @Override
    public boolean fits(char c) {
      return true;
    }
  }

  record Literal(char character) implements KeySign {
    @Override
    public boolean fits(char c) {
      return c == character;
    }
  }

  record OneOf(boolean negated, List<Range> ranges) implements KeySign {
    @Override
    public boolean fits(char c) {
      return ranges.stream().anyMatch(range -> range.first() <= c && c <= range.last()) != negated;
    }
  }

  /** From one character to another; one whose last comes before its first has none. */
  record Range(char first, char last) {}
}
