package dev.jongleur.model;

import java.util.Map;
import java.util.Set;

/**
 * Whether the calling thread is inside a call of some space. Waiting there for a space to be closed
 * could mean to wait for oneself, or for another who waits for us. Read from the stack, so that
 * calls pay nothing for it.
 */
final class Inside {
  private static final Map<String, Set<String>> CALLS =
      Map.of(
          ModelSpace.class.getName(), Set.of("during", "whileOpen"),
          OpenRows.class.getName(), Set.of("next"));

  private Inside() {}

  static boolean isCaller() {
    return StackWalker.getInstance().walk(frames -> frames.anyMatch(Inside::isCall));
  }

  private static boolean isCall(StackWalker.StackFrame frame) {
    return CALLS.getOrDefault(frame.getClassName(), Set.of()).contains(frame.getMethodName());
  }
}
