package dev.jongleur.error;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creating a list failed for some of its items (F-158). {@link #failures()} has a place for each
 * item: null where it was stored, else why not.
 */
public final class BulkException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private final transient List<@Nullable RuntimeException> failures;

  public BulkException(String model, List<@Nullable RuntimeException> failures) {
    super("BULK_FAILED", statusOf(failures), message(model, failures), Map.of());
    this.failures = Collections.unmodifiableList(failures);
  }

  public List<@Nullable RuntimeException> failures() {
    return failures;
  }

  private static String message(String model, List<@Nullable RuntimeException> failures) {
    long failed = failures.stream().filter(failure -> failure != null).count();
    return failed + " of " + failures.size() + " items of \"" + model + "\" could not be created.";
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
