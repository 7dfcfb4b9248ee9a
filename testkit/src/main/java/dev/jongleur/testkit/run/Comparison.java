package dev.jongleur.testkit.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what came with an outcome (FORMAT section 8).
 *
 * @param unordered whether the order of the outermost list does not count
 * @param tolerance by how much numbers may differ, relatively
 */
record Comparison(boolean unordered, double tolerance) {
  static final Comparison EXACT = new Comparison(false, 0);

  static Comparison of(Map<String, @Nullable Object> step) {
    double tolerance = step.get("tolerance") instanceof Number number ? number.doubleValue() : 0;
    return new Comparison(Boolean.TRUE.equals(step.get("unordered")), tolerance);
  }

  /** Fails with a {@link Mismatch} that tells the first difference. */
  void check(@Nullable Object expected, @Nullable Object actual) {
    Object shown = Shown.of(actual);
    Optional<String> difference =
        unordered && expected instanceof List<?> wanted && shown instanceof List<?> came
            ? unorderedLists("", wanted, came)
            : difference("", expected, shown);
    if (difference.isPresent()) {
      throw new Mismatch(difference.get(), expected, shown);
    }
  }

  /** The first difference in words; empty when there is none. */
  Optional<String> difference(String path, @Nullable Object expected, @Nullable Object actual) {
    return switch (expected) {
      case null -> when(actual != null, path, "is not null");
      case Map<?, ?> map when Wanted.isTagged(map) ->
          when(!Wanted.holds(map, actual), path, "is not " + map);
      case Map<?, ?> map when actual instanceof Map<?, ?> came -> maps(path, map, came);
      case List<?> list when actual instanceof List<?> came -> lists(path, list, came);
      case Number number when actual instanceof Number came ->
          when(!same(number.doubleValue(), came.doubleValue()), path, "is another number");
      default -> when(!expected.equals(actual), path, "differs");
    };
  }

  private static Optional<String> when(boolean different, String path, String what) {
    return different
        ? Optional.of((path.isEmpty() ? "the result" : path) + " " + what)
        : Optional.empty();
  }

  private boolean same(double a, double b) {
    return a == b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
  }

  private Optional<String> maps(String path, Map<?, ?> expected, Map<?, ?> actual) {
    Set<Object> keys = new LinkedHashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (Object key : keys) {
      String place = path + "." + key;
      Object wanted = expected.get(key);
      Optional<String> difference =
          expected.containsKey(key) == actual.containsKey(key) || Wanted.isAbsent(wanted)
              ? difference(place, wanted, actual.get(key))
              : Optional.of(place + (actual.containsKey(key) ? " is too many" : " is missing"));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> lists(String path, List<?> expected, List<?> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      var difference = difference(path + "[" + i + "]", expected.get(i), actual.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return sizes(path, expected, actual);
  }

  private Optional<String> unorderedLists(String path, List<?> expected, List<?> actual) {
    var left = new ArrayList<@Nullable Object>(actual);
    for (Object wanted : expected) {
      int place = 0;
      while (place < left.size() && difference("", wanted, left.get(place)).isPresent()) {
        place++;
      }
      if (place == left.size()) {
        return Optional.of(path + " lacks " + Mismatch.brief(wanted));
      }
      left.remove(place);
    }
    return sizes(path, expected, actual);
  }

  private static Optional<String> sizes(String path, List<?> expected, List<?> actual) {
    return when(
        expected.size() != actual.size(),
        path,
        "has " + actual.size() + " items, not " + expected.size());
  }
}
