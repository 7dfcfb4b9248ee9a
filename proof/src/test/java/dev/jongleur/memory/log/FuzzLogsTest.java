package dev.jongleur.memory.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Model;
import dev.jongleur.entity.Binary;
import dev.jongleur.error.StoreException;
import dev.jongleur.memory.log.file.FileHead;
import dev.jongleur.proof.crash.Chronicle;
import dev.jongleur.proof.crash.Chronicle.Written;
import dev.jongleur.proof.crash.Folder;
import dev.jongleur.proof.crash.House;
import dev.jongleur.proof.crash.House.Kind;
import dev.jongleur.proof.crash.State;
import dev.jongleur.proof.fuzz.FuzzTime;
import dev.jongleur.proof.fuzz.Fuzzing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs that were damaged, or were none ever: of one tenant, while another's is as it was. */
class FuzzLogsTest {
  private static final Logger LOGGER = Logger.getLogger("dev.jongleur.memory.log");
  private static final int LOGS = 8;

  private final Folder folder = new Folder();
  private final List<Written> logs = new ArrayList<>();
  private String others = "";

  /** Each damage is a warning. */
  @BeforeAll
  static void be_quiet() {
    LOGGER.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak_again() {
    LOGGER.setLevel(null);
  }

  @BeforeEach
  void write_true_logs() throws IOException {
    for (int i = 0; i < LOGS; i++) {
      logs.add(write(i));
    }
  }

  private Written write(int seed) throws IOException {
    Files.deleteIfExists(path());
    Files.deleteIfExists(House.log(Kind.TENANTS, folder.path(), "globex"));
    try (House house = open("refuse")) {
      var random = new Random(seed);
      var acme = new Chronicle(random, house.owner("acme"), path(), Written.NOTHING);
      var globex =
          new Chronicle(random, house.owner("globex"), house.log("globex"), Written.NOTHING);
      for (int i = 0; i <= 8 * seed; i++) {
        acme.goOn();
        globex.goOn();
      }
      others = State.rowsOf(house.owner("globex"));
      return acme.written();
    }
  }

  @AfterEach
  void remove_logs() {
    folder.close();
  }

  private House open(String onDamage) {
    return House.open(Kind.TENANTS, folder.path(), Map.of("fsync", "never", "onDamage", onDamage));
  }

  /**
   * What is found in the place of a log.
   *
   * @param cuts whether damage is to be cut off
   */
  private record Found(int log, boolean cuts, Binary bytes) {
    Stream<Found> smaller() {
      byte[] all = bytes.bytes();
      return Stream.iterate(all.length / 2, size -> size > 0, size -> size / 2)
          .flatMap(size ->
              Stream.iterate(0, from -> from + size <= all.length, from -> from + size)
                  .map(from -> new Found(log, cuts, Binary.of(without(all, from, size)))));
    }

    private static byte[] without(byte[] all, int from, int size) {
      byte[] left = Arrays.copyOf(all, all.length - size);
      System.arraycopy(all, from + size, left, from, left.length - from);
      return left;
    }

    @Override
    public String toString() {
      return "log "
          + log
          + (cuts ? ", cutting, " : ", ")
          + Base64.getEncoder().encodeToString(bytes.bytes());
    }
  }

  @Test
  void damaged_logs() {
    Fuzzing.of("logs", this::damaged, this::seeWhatWasBeforeTheDamage)
        .smallerBy(Found::smaller)
        .run(FuzzTime.share());
  }

  private Found damaged(Random random) {
    int number = random.nextInt(LOGS);
    byte[] log = logs.get(number).bytes();
    byte[] bytes =
        switch (random.nextInt(12)) {
          case 0 -> noise(random, new byte[0]);
          case 1 -> noise(random, Arrays.copyOf(log, FileHead.SIZE));
          default -> Spoilt.of(random, log, logs.get(random.nextInt(LOGS)).bytes());
        };
    return new Found(number, random.nextBoolean(), Binary.of(bytes));
  }

  private static byte[] noise(Random random, byte[] before) {
    byte[] noise = new byte[random.nextInt(600)];
    random.nextBytes(noise);
    System.arraycopy(before, 0, noise, 0, Math.min(before.length, noise.length));
    return noise;
  }

  private void seeWhatWasBeforeTheDamage(Found found) {
    Written log = logs.get(found.log());
    byte[] bytes = found.bytes().bytes();
    int same = Arrays.mismatch(log.bytes(), bytes);
    long undamaged = same < 0 ? bytes.length : same;
    try {
      seen(found, rows -> assertThat(rows).isEqualTo(log.within(undamaged).rows()));
    } catch (StoreException refused) {
      assertThat(there()).as("the log that was refused").isEqualTo(bytes);
      assertThat(found.cuts() && undamaged >= FileHead.SIZE).as("it was to be cut").isFalse();
      throw refused;
    }
  }

  @Test
  void records_with_anything_in_them() {
    Fuzzing.of("records", this::nonsense, found -> seen(found, rows -> {}))
        .smallerBy(Found::smaller)
        .run(FuzzTime.share());
  }

  private Found nonsense(Random random) {
    int number = 1 + random.nextInt(LOGS - 1);
    List<byte[]> records = Records.of(logs.get(number).bytes());
    for (int i = random.nextInt(3); i >= 0; i--) {
      int place = random.nextInt(records.size());
      byte[] foreign = records.get(random.nextInt(records.size()));
      byte[] record = records.get(place);
      records.set(
          place,
          random.nextInt(3) == 0
              ? Spoilt.of(random, record, foreign)
              : Spoilt.inOneByte(random, record));
    }
    byte[] log = Records.log(random.nextLong(), records);
    return new Found(number, random.nextBoolean(), Binary.of(log));
  }

  /** Opens it as a tenant's log, and goes on with what there is. */
  private void seen(Found found, Consumer<String> check) {
    put(found.bytes().bytes());
    String rows;
    try (House house = open(found.cuts() ? "cut" : "refuse")) {
      assertThat(State.rowsOf(house.owner("globex"))).isEqualTo(others);
      check.accept(State.rowsOf(house.owner("acme")));
      Model notes = house.owner("acme").model("Note");
      var _ = notes.create(Map.of("text", "after the damage"));
      rows = State.rowsOf(house.owner("acme"));
    }
    try (House house = open("refuse")) {
      assertThat(State.rowsOf(house.owner("acme"))).isEqualTo(rows);
    }
  }

  private void put(byte[] bytes) {
    try {
      Files.write(path(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] there() {
    try {
      return Files.readAllBytes(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path() {
    return House.log(Kind.TENANTS, folder.path(), "acme");
  }
}
