package dev.jongleur.cli.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text in the order that people expect: {@code like-2} before {@code like-10}. */
final class NaturalOrder {
  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  /** Numbers by their value: without leading zeros the longer one is greater. */
  private static final Comparator<String> NUMBERS =
      Comparator.comparing((String digits) -> digits.replaceFirst("^0+", ""), shorterFirst());

  private NaturalOrder() {}

  static int compare(String one, String other) {
    List<String> left = parts(one);
    List<String> right = parts(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = comparePart(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return left.size() == right.size()
        ? one.compareTo(other)
        : Integer.compare(left.size(), right.size());
  }

  private static int comparePart(String one, String other) {
    boolean numbers = isNumber(one) && isNumber(other);
    return numbers ? NUMBERS.compare(one, other) : one.compareTo(other);
  }

  private static boolean isNumber(String part) {
    return Character.isDigit(part.charAt(0));
  }

  private static List<String> parts(String text) {
    return PART.matcher(text).results().map(MatchResult::group).toList();
  }

  private static Comparator<String> shorterFirst() {
    return Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
  }
}
