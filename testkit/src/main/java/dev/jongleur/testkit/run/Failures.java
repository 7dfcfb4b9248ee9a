package dev.jongleur.testkit.run;

import dev.jongleur.error.BulkException;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.error.ValidationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges an exception by what a step says of failing (FORMAT section 8). */
final class Failures {
  private Failures() {}

  /** Returns when the step may or must fail, and so; else throws. */
  static void judge(Map<String, @Nullable Object> step, RuntimeException thrown) {
    if (thrown instanceof UnsupportedException) {
      throw mismatch("the product says that it cannot do this", thrown);
    }
    if (step.get("throws") instanceof Map<?, ?> expected) {
      difference(Raw.map(expected), thrown)
          .ifPresent(difference -> fail(difference, expected, thrown));
    } else if (!Boolean.TRUE.equals(step.get("mayFail"))) {
      throw mismatch("failed where it should not: " + thrown, thrown);
    }
  }

  private static void fail(String difference, Map<?, ?> expected, RuntimeException thrown) {
    throw mismatch(
        "another failure: " + difference + "\nexpected: " + expected + "\nactual:   " + thrown,
        thrown);
  }

  private static Mismatch mismatch(String what, RuntimeException thrown) {
    var mismatch = new Mismatch(what);
    mismatch.initCause(thrown);
    return mismatch;
  }

  private static Optional<String> difference(
      Map<String, @Nullable Object> expected, RuntimeException thrown) {
    if (expected.get("list") instanceof List<?> items) {
      return list(items, thrown);
    }
    if (thrown instanceof BulkException bulk && bulk.getCause() instanceof RuntimeException first) {
      return difference(expected, first);
    }
    if (!isOfName(Raw.text(expected.get("name")), thrown)) {
      return Optional.of("not a " + expected.get("name"));
    }
    Map<String, @Nullable Object> carried = carried(thrown);
    for (String part : List.of("statusCode", "code", "context", "codes", "details")) {
      if (expected.containsKey(part) && !fits(part, expected.get(part), carried.get(part))) {
        return Optional.of(part + " is " + carried.get(part));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfName(String name, RuntimeException thrown) {
    return switch (name) {
      case "ValidationError" -> thrown instanceof ValidationException;
      case "PKMissingError" -> thrown instanceof MissingKeyException;
      default -> true;
    };
  }

  private static boolean fits(String part, @Nullable Object expected, @Nullable Object actual) {
    if (part.equals("codes")) {
      return Raw.map(expected).keySet().equals(Raw.map(actual).keySet())
          && Raw.map(expected).entrySet().stream()
              .allMatch(entry -> same(entry.getValue(), Raw.map(actual).get(entry.getKey())));
    }
    return Comparison.EXACT.difference("", expected, Shown.of(actual)).isEmpty();
  }

  private static boolean same(@Nullable Object expected, @Nullable Object actual) {
    var unordered = new Comparison(true, 0);
    try {
      unordered.check(expected, actual);
      return true;
    } catch (Mismatch e) {
      return false;
    }
  }

  private static Map<String, @Nullable Object> carried(RuntimeException thrown) {
    var carried = new LinkedHashMap<String, @Nullable Object>();
    switch (thrown) {
      case ObserverFailure failure -> {
        carried.put("statusCode", failure.status());
        carried.put("code", failure.code());
      }
      case JongleurException known -> {
        carried.put("statusCode", (long) known.status());
        carried.put("code", known.code());
        carried.put("details", known.details());
      }
      default -> {}
    }
    if (thrown instanceof ValidationException invalid) {
      carried.put("context", invalid.model());
      carried.put("codes", invalid.codes());
    }
    return carried;
  }

  /** How each item of a list fared; the expected list ends with the last failure. */
  private static Optional<String> list(List<?> expected, RuntimeException thrown) {
    if (!(thrown instanceof BulkException bulk)) {
      return Optional.of("no failure of a list");
    }
    List<@Nullable RuntimeException> actual = bulk.failures();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Object wanted = i < expected.size() ? expected.get(i) : null;
      RuntimeException came = i < actual.size() ? actual.get(i) : null;
      if ((wanted == null) != (came == null)) {
        return Optional.of("item " + i + " came to " + came);
      }
      Optional<String> difference =
          came == null ? Optional.empty() : difference(Raw.map(wanted), came);
      if (difference.isPresent()) {
        return difference.map(text -> "item " + text);
      }
    }
    return Optional.empty();
  }
}
