package dev.jongleur.proof.crash;

import dev.jongleur.proof.crash.Chronicle.Written;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever two owners did through the door, and at whichever byte of its log each of them was cut
 * off: there is what the last operation left of which all is within, their ids go on, and indexes
 * and unique keys are right. Ten thousand crashes; more with {@code -Dcrash.times=N}.
 */
class DurableCrashTest {
  private static final int STORIES = 1_000;
  private static final int TIMES = Integer.getInteger("crash.times", 10);
  private static final Logger LOGGER = Logger.getLogger("dev.jongleur.memory.log");
  private static final List<Written> NOTHING = List.of(Written.NOTHING, Written.NOTHING);

  /** Every crash is a warning. */
  @BeforeContainer
  static void be_quiet() {
    LOGGER.setLevel(Level.OFF);
  }

  @AfterContainer
  static void speak_again() {
    LOGGER.setLevel(null);
  }

  @Property(tries = STORIES, shrinking = ShrinkingMode.OFF)
  void after_a_crash_at_any_byte_there_is_what_was_acknowledged_up_to_there(@ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    try (var story = new Story(random)) {
      List<Written> logs = story.live(NOTHING, random.nextInt(24));
      for (int i = 0; i < TIMES; i++) {
        var _ = story.crash(logs);
      }
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void life_goes_on_after_each_crash(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    try (var story = new Story(random)) {
      List<Written> logs = NOTHING;
      for (int life = 0; life < 5; life++) {
        logs = story.crash(story.live(logs, random.nextInt(12)));
      }
    }
  }
}
