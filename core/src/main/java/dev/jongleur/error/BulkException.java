package dev.jongleur.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creating a list failed (F-158, F-167). {@link #failures()} has a place for each item: null where
 * nothing was wrong with it, else why it could not be stored. Of {@code createEach} the others are
 * stored, of {@code createAll} none. The cause is the first failure; {@link #details()} have its
 * {@code index}.
 */
public final class BulkException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private final transient List<@Nullable RuntimeException> failures;

  public BulkException(String model, List<@Nullable RuntimeException> failures) {
    super("BULK_FAILED", statusOf(failures), message(model, failures), details(failures));
    this.failures = Collections.unmodifiableList(failures);
    initCause(failures.get(first(failures)));
  }

  /** One item of several failed, and with it all. */
  public static BulkException at(String model, int index, int size, RuntimeException failure) {
    var failures = new ArrayList<@Nullable RuntimeException>(Collections.nCopies(size, null));
    failures.set(index, failure);
    return new BulkException(model, failures);
  }

  public List<@Nullable RuntimeException> failures() {
    return failures;
  }

  private static String message(String model, List<@Nullable RuntimeException> failures) {
    long failed = failures.stream().filter(failure -> failure != null).count();
    return failed
        + " of "
        + failures.size()
        + " items of \""
        + model
        + "\" could not be created; the first is item "
        + first(failures)
        + ": "
        + messageOf(failures.get(first(failures)));
  }

  private static Map<String, Object> details(List<@Nullable RuntimeException> failures) {
    return Map.of("index", first(failures), "of", failures.size());
  }

  private static int first(List<@Nullable RuntimeException> failures) {
    for (int i = 0; i < failures.size(); i++) {
      if (failures.get(i) != null) {
        return i;
      }
    }
    throw new IllegalArgumentException("no item failed");
  }

  private static String messageOf(@Nullable RuntimeException failure) {
    return failure == null ? "" : String.valueOf(failure.getMessage());
  }

  private static int statusOf(List<@Nullable RuntimeException> failures) {
    for (var failure : failures) {
      if (failure instanceof JongleurException known) {
        return known.status();
      }
    }
    return 500;
  }
}
