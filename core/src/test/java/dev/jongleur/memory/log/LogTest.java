package dev.jongleur.memory.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.StoreException;
import dev.jongleur.memory.log.file.FileHead;
import dev.jongleur.memory.log.record.LoggedBatch;
import dev.jongleur.memory.log.record.LoggedBatch.Change;
import dev.jongleur.memory.log.record.LoggedBatch.Part;
import dev.jongleur.memory.log.record.LoggedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
  @TempDir Path temp;

  private LogOptions options() {
    return LogOptions.in(temp.resolve("data"));
  }

  private Path file(String partition) {
    return temp.resolve("data").resolve(partition + ".jlog");
  }

  private static void tell(Log log, Story story, int times) {
    for (int i = 0; i < times; i++) {
      LogSnapshot now = story.snapshot();
      log.append(story.next(), () -> now).run();
    }
  }

  /** The bytes a log of a story takes that nobody writes anew. */
  private long sizeOf(Story story, int times) {
    var neverAnew =
        LogOptions.in(temp.resolve("unshortened"))
            .with(new Fsync.Never())
            .compactingAt(Long.MAX_VALUE);
    try (var directory = LogDirectory.open(neverAnew)) {
      Log log = Story.open(directory, "globex").log();
      tell(log, story, times);
      return log.size();
    }
  }

  private static Map<@Nullable Object, LoggedRow> things(LogDirectory directory) {
    return Objects.requireNonNull(Story.open(directory, "acme").rows().get("Thing")).rows();
  }

  private static String told(LogDirectory directory, String partition) {
    return Story.told(Story.open(directory, partition).rows());
  }

  @Test
  void two_tenants_have_logs_of_their_own() {
    var ofAcme = new Story(1);
    var ofGlobex = new Story(2);
    try (var directory = LogDirectory.open(options())) {
      tell(Story.open(directory, "acme").log(), ofAcme, 5);
      tell(Story.open(directory, "globex").log(), ofGlobex, 5);
      assertThat(directory.names()).containsExactlyInAnyOrder("acme", "globex");
    }
    try (var directory = LogDirectory.open(options())) {
      assertThat(told(directory, "acme")).isEqualTo(ofAcme.told());
      assertThat(told(directory, "globex")).isEqualTo(ofGlobex.told());
      assertThat(directory.holds("zen")).isFalse();
      assertThat(told(directory, "zen")).isEmpty();
      assertThat(directory.holds("zen")).isFalse();
    }
  }

  @Test
  void erasing_one_leaves_nothing_of_it_on_the_disk_and_the_other_as_it_was() {
    var ofGlobex = new Story(2);
    try (var directory = LogDirectory.open(options())) {
      Log acme = Story.open(directory, "acme").log();
      tell(acme, new Story(1), 5);
      tell(Story.open(directory, "globex").log(), ofGlobex, 5);
      directory.erase("acme");
      assertThat(file("acme")).doesNotExist();
      assertThat(directory.names()).containsExactly("globex");
      var anew = new Story(3);
      tell(acme, anew, 3);
      directory.close("acme");
      assertThat(told(directory, "acme")).isEqualTo(anew.told());
      directory.erase("acme");
      directory.erase("never-there");
    }
    try (var directory = LogDirectory.open(options())) {
      assertThat(told(directory, "globex")).isEqualTo(ofGlobex.told());
      assertThat(directory.holds("acme")).isFalse();
    }
  }

  @Test
  void a_directory_has_one_master() {
    try (var directory = LogDirectory.open(options())) {
      assertThatThrownBy(() -> LogDirectory.open(options()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use");
      assertThat(directory.names()).isEmpty();
    }
    LogDirectory.open(options()).close();
  }

  @Test
  void a_file_is_written_anew_while_it_is_written_to() {
    var story = new Story(7);
    long unshortened = sizeOf(new Story(7), 2_000);
    try (var directory =
        LogDirectory.open(options().with(new Fsync.Never()).compactingAt(20_000))) {
      Log log = Story.open(directory, "acme").log();
      tell(log, story, 2_000);
      await().until(() -> !log.isCompacting());
      assertThat(log.size()).isLessThan(unshortened);
      tell(log, story, 10);
    }
    try (var directory = LogDirectory.open(options())) {
      assertThat(told(directory, "acme")).isEqualTo(story.told());
    }
    assertThat(file("acme").resolveSibling("acme.jlog.new")).doesNotExist();
  }

  @Test
  void rows_that_nobody_asked_for_are_written_anew_as_they_are() {
    var story = new Story(8);
    try (var directory = LogDirectory.open(options())) {
      tell(Story.open(directory, "acme").log(), story, 50);
    }
    try (var directory = LogDirectory.open(options().compactingAt(1))) {
      LogDirectory.Opened opened = Story.open(directory, "acme");
      LogSnapshot unread =
          listener ->
              opened
                  .rows()
                  .forEach((name, rows) -> {
                    listener.collection(name, rows.nextId());
                    rows.rows().forEach(listener::row);
                  });
      opened.log().append(story.next(), () -> unread).run();
      await().until(() -> !opened.log().isCompacting());
    }
    try (var directory = LogDirectory.open(options())) {
      assertThat(told(directory, "acme")).isEqualTo(story.told());
    }
  }

  @Test
  void what_a_crash_left_of_a_compaction_does_not_count() throws IOException {
    var story = new Story(9);
    try (var directory = LogDirectory.open(options())) {
      tell(Story.open(directory, "acme").log(), story, 5);
    }
    Files.write(file("acme").resolveSibling("acme.jlog.new"), new byte[100]);
    try (var directory = LogDirectory.open(options())) {
      assertThat(told(directory, "acme")).isEqualTo(story.told());
      assertThat(file("acme").resolveSibling("acme.jlog.new")).doesNotExist();
    }
  }

  @Test
  void many_logs_hold_few_files_open() {
    var stories = new ArrayList<Story>();
    try (var directory = LogDirectory.open(options().with(new Fsync.Never()).withOpenFiles(10))) {
      List<Log> logs =
          IntStream.range(0, 100).mapToObj(i -> Story.open(directory, "t" + i).log()).toList();
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < logs.size(); i++) {
          if (round == 0) {
            stories.add(new Story(i));
          }
          tell(logs.get(i), stories.get(i), 1);
          assertThat(directory.openFiles()).isLessThanOrEqualTo(10);
        }
      }
    }
    try (var directory = LogDirectory.open(options())) {
      for (int i = 0; i < stories.size(); i++) {
        assertThat(told(directory, "t" + i)).isEqualTo(stories.get(i).told());
      }
    }
  }

  @Test
  void many_writers_wait_for_the_disk_together() {
    try (var directory = LogDirectory.open(options())) {
      Log log = Story.open(directory, "acme").log();
      try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int writer = 0; writer < 16; writer++) {
          int number = writer;
          many.execute(() -> {
            for (int i = 0; i < 20; i++) {
              log.append(putting("w" + number + "-" + i, 1L), LogTest::never).run();
            }
          });
        }
      }
    }
    try (var directory = LogDirectory.open(options())) {
      assertThat(things(directory)).hasSize(320);
    }
  }

  private static LoggedBatch putting(String key, Object value) {
    var row = Entity.of(Story.THING, new Object[] {key, value}, Map.of(), true);
    return new LoggedBatch(List.of(new Part("Thing", false, 1, List.of(new Change(key, row)))));
  }

  private static LogSnapshot never() {
    throw new AssertionError("no compaction is due");
  }

  @Test
  void a_batch_that_cannot_be_written_leaves_nothing_and_the_next_is() {
    try (var directory = LogDirectory.open(options())) {
      Log log = Story.open(directory, "acme").log();
      log.append(putting("a", 1L), LogTest::never).run();
      assertThatThrownBy(() -> log.append(putting("b", new Object()), LogTest::never))
          .isInstanceOf(DataException.class);
      log.append(putting("c", 3L), LogTest::never).run();
    }
    try (var directory = LogDirectory.open(options())) {
      assertThat(things(directory)).containsOnlyKeys("a", "c");
    }
  }

  @Test
  void what_is_synced_later_is_there_when_the_log_is_closed() throws Exception {
    Fsync soon = new Fsync.Interval(Duration.ofMillis(5));
    try (var directory = LogDirectory.open(options().with(soon))) {
      Log log = Story.open(directory, "acme").log();
      for (int i = 0; i < 50; i++) {
        log.append(putting("k" + i, (long) i), LogTest::never).run();
        Thread.onSpinWait();
      }
      directory.close("acme");
      assertThatThrownBy(() -> log.append(putting("late", 1L), LogTest::never))
          .isInstanceOf(ClosedException.class);
      assertThat(things(directory)).hasSize(50);
    }
  }

  @Test
  void damage_can_be_cut_off_by_who_says_so() throws IOException {
    var story = new Story(4);
    try (var directory = LogDirectory.open(options())) {
      tell(Story.open(directory, "acme").log(), story, 5);
    }
    byte[] bytes = Files.readAllBytes(file("acme"));
    bytes[FileHead.SIZE + 3] ^= 1;
    Files.write(file("acme"), bytes);
    try (var directory = LogDirectory.open(options())) {
      assertThatThrownBy(() -> told(directory, "acme"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("acme.jlog is damaged at byte 24")
          .hasMessageContaining("onDamage");
    }
    try (var directory = LogDirectory.open(options().cuttingDamage())) {
      assertThat(told(directory, "acme")).isEmpty();
    }
  }

  @Test
  void another_file_is_not_taken_for_a_log() throws IOException {
    Files.createDirectories(file("acme").getParent());
    Files.writeString(file("acme"), "These are the notes of our last meeting, and none of rows.");
    try (var directory = LogDirectory.open(options().cuttingDamage())) {
      assertThatThrownBy(() -> told(directory, "acme")).isInstanceOf(StoreException.class);
    }
    assertThat(Files.readString(file("acme"))).startsWith("These are the notes");
  }

  @Test
  void an_interrupted_writer_closes_nothing_for_others() {
    try (var directory = LogDirectory.open(options())) {
      Log log = Story.open(directory, "acme").log();
      Thread.currentThread().interrupt();
      log.append(putting("a", 1L), LogTest::never).run();
      assertThat(Thread.interrupted()).isTrue();
      log.append(putting("b", 1L), LogTest::never).run();
    }
  }

  @Test
  void a_setting_says_when_it_lasts() {
    assertThat(Fsync.of("always")).isEqualTo(new Fsync.Always());
    assertThat(Fsync.of("Never")).isEqualTo(new Fsync.Never());
    assertThat(Fsync.of(250)).isEqualTo(new Fsync.Interval(Duration.ofMillis(250)));
    assertThatThrownBy(() -> Fsync.of("sometimes")).hasMessageContaining("fsync");
    assertThatThrownBy(() -> Fsync.of(0)).hasMessageContaining("fsync");
  }
}
