package dev.jongleur.query;

import dev.jongleur.error.QueryException;

/** Text that may be looked at only so often: it stops a pattern that backtracks without end. */
final class CountedText implements CharSequence {
  private final CharSequence text;
  private int left;

  CountedText(CharSequence text, int steps) {
    this.text = text;
    this.left = Math.max(steps, text.length() * 64);
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new QueryException("A pattern took too many steps; make it simpler.");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
