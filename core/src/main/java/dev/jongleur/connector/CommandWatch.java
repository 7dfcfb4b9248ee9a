package dev.jongleur.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sees the commands that a store sends to its backend, SQL for one, with the values that are
 * bound to their parameters (F-367). Called on the thread that sends them; thread-safe. What {@link
 * #before} throws keeps a command from being sent and reaches the caller as it is.
 */
public interface CommandWatch {
  CommandWatch NOBODY =
      new CommandWatch() {
        @Override
        public boolean isAnybody() {
          return false;
        }

        @Override
        public void before(String text, List<? extends @Nullable Object> parameters) {}

        @Override
        public void after(String text, List<? extends @Nullable Object> parameters) {}
      };

  /** Whether anybody wants to see them: else parameters need not be gathered. */
  boolean isAnybody();

  void before(String text, List<? extends @Nullable Object> parameters);

  /** After the backend carried it out; not after a failure. */
  void after(String text, List<? extends @Nullable Object> parameters);
}
