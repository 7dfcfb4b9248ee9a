package dev.jongleur.memory.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.entity.Binary;
import dev.jongleur.error.StoreException;
import dev.jongleur.memory.log.file.FileHead;
import dev.jongleur.memory.log.record.LoggedBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Whatever happened, and at whichever byte it ended: the log tells what was acknowledged up to
 * there. Ten thousand crashes; a hundred times as many with {@code -Dcrash.times=1000}.
 */
class CrashTest {
  private static final int STORIES = 500;
  private static final int TIMES = Integer.getInteger("crash.times", 10);
  private static final Logger LOGGER = Logger.getLogger("dev.jongleur.memory.log");

  /** Ten thousand warnings tell nobody anything. */
  @BeforeContainer
  static void be_quiet() {
    LOGGER.setLevel(Level.OFF);
  }

  @AfterContainer
  static void speak_again() {
    LOGGER.setLevel(null);
  }

  /** A file, and what there was when it had so many bytes. */
  private record Written(Binary file, List<Long> ends, List<String> told) {
    byte[] bytes() {
      return file.bytes();
    }

    /** Where the record after so many begins. */
    long begin(int records) {
      return Math.max(FileHead.SIZE, ends.get(records));
    }

    /** The last that was acknowledged within so many bytes. */
    int lastWithin(long bytes) {
      int last = 0;
      while (last + 1 < ends.size() && ends.get(last + 1) <= bytes) {
        last++;
      }
      return last;
    }
  }

  private static Written write(TempLogs temp, Random random, Story story) throws IOException {
    var ends = new ArrayList<>(List.of(0L));
    var told = new ArrayList<>(List.of(story.told()));
    try (var directory = LogDirectory.open(LogOptions.in(temp.path()))) {
      Log log = Story.open(directory, "acme").log();
      for (int i = random.nextInt(12); i >= 0; i--) {
        LogSnapshot now = story.snapshot();
        log.append(story.next(), () -> now).run();
        ends.add(log.size());
        told.add(story.told());
      }
    }
    return new Written(Binary.of(Files.readAllBytes(temp.file("acme"))), ends, told);
  }

  private static String read(TempLogs temp, byte[] bytes) throws IOException {
    Files.write(temp.file("acme"), bytes);
    try (var directory = LogDirectory.open(LogOptions.in(temp.path()))) {
      return Story.told(Story.open(directory, "acme").rows());
    }
  }

  @Property(tries = STORIES, shrinking = ShrinkingMode.OFF)
  void cut_at_any_byte_a_log_tells_what_was_acknowledged_up_to_there(@ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    try (var temp = new TempLogs()) {
      Written written = write(temp, random, new Story(seed));
      for (int i = 0; i < TIMES; i++) {
        int at = random.nextInt(written.bytes().length + 1);
        int last = written.lastWithin(at);
        assertThat(read(temp, Arrays.copyOf(written.bytes(), at)))
            .isEqualTo(written.told().get(last));
        long kept = at < FileHead.SIZE ? 0 : Math.max(FileHead.SIZE, written.ends().get(last));
        assertThat(Files.size(temp.file("acme"))).isEqualTo(kept);
      }
    }
  }

  @Property(tries = STORIES, shrinking = ShrinkingMode.OFF)
  void with_any_bit_wrong_a_log_is_refused_or_ends_before_its_last_record(@ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    try (var temp = new TempLogs()) {
      Written written = write(temp, random, new Story(seed));
      int last = written.ends().size() - 1;
      for (int i = 0; i < TIMES; i++) {
        byte[] spoilt = written.bytes().clone();
        int at = random.nextInt(spoilt.length);
        spoilt[at] ^= (byte) (1 << random.nextInt(8));
        if (at >= FileHead.SIZE && written.lastWithin(at) == last - 1) {
          assertThat(read(temp, spoilt)).isEqualTo(written.told().get(last - 1));
        } else {
          long record = at < FileHead.SIZE ? 0 : written.begin(written.lastWithin(at));
          assertThatThrownBy(() -> read(temp, spoilt))
              .isInstanceOf(StoreException.class)
              .hasMessageContaining("acme.jlog is damaged at byte " + record + ":");
          assertThat(Files.readAllBytes(temp.file("acme"))).isEqualTo(spoilt);
        }
      }
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void what_follows_the_last_record_is_cut_off_whatever_it_is(@ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    try (var temp = new TempLogs()) {
      Written written = write(temp, random, new Story(seed));
      byte[] longer = Arrays.copyOf(written.bytes(), written.bytes().length + 200);
      if (random.nextBoolean()) {
        byte[] rest = new byte[200];
        random.nextBytes(rest);
        System.arraycopy(rest, 0, longer, written.bytes().length, rest.length);
      }
      assertThat(read(temp, longer)).isEqualTo(written.told().getLast());
      assertThat(read(temp, Files.readAllBytes(temp.file("acme"))))
          .isEqualTo(written.told().getLast());
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void a_log_goes_on_after_each_crash(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    try (var temp = new TempLogs()) {
      var story = new Story(seed);
      for (int life = 0; life < 4; life++) {
        String before = story.told();
        try (var directory = LogDirectory.open(LogOptions.in(temp.path()).compactingAt(2_000))) {
          LogDirectory.Opened opened = Story.open(directory, "acme");
          assertThat(Story.told(opened.rows())).isEqualTo(before);
          for (int i = random.nextInt(6); i > 0; i--) {
            LoggedBatch batch;
            LogSnapshot now = story.snapshot();
            batch = story.next();
            opened.log().append(batch, () -> now).run();
          }
        }
        tear(temp, random);
      }
    }
  }

  /** The beginning of a record, as a process leaves it that is killed while it writes. */
  private static void tear(TempLogs temp, Random random) throws IOException {
    if (Files.exists(temp.file("acme"))) {
      byte[] torn = new byte[random.nextInt(100)];
      random.nextBytes(torn);
      Files.write(temp.file("acme"), torn, StandardOpenOption.APPEND);
    }
  }
}
