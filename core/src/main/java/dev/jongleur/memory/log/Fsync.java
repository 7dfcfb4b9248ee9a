package dev.jongleur.memory.log;

import dev.jongleur.error.DefinitionException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When what was written is made to survive a loss of power; that of the process it survives always.
 */
public sealed interface Fsync {
  /** Before the writer is told that it is stored. */
  record Always() implements Fsync {}

  /** At most so long after. */
  record Interval(Duration time) implements Fsync {}

  /** When the operating system sees fit. */
  record Never() implements Fsync {}

  /**
   * From a setting: {@code always}, {@code never}, or a number of milliseconds.
   *
   * @throws DefinitionException when it is something else
   */
  static Fsync of(@Nullable Object setting) {
    return switch (setting) {
      case null -> new Always();
      case Number millis when millis.longValue() > 0 ->
          new Interval(Duration.ofMillis(millis.longValue()));
      case String text when text.toLowerCase(Locale.ROOT).equals("always") -> new Always();
      case String text when text.toLowerCase(Locale.ROOT).equals("never") -> new Never();
      default ->
          throw new DefinitionException(
              "The setting \"fsync\" is \"always\", \"never\" or a number of milliseconds.");
    };
  }
}
