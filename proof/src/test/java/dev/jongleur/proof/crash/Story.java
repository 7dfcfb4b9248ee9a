package dev.jongleur.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.proof.crash.Chronicle.Written;
import dev.jongleur.proof.crash.House.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Lives and crashes of two owners in one directory; their logs in the order of their names. */
final class Story implements AutoCloseable {
  private static final List<Object> FSYNCS = List.of("always", "never", 1);

  private final Folder folder = new Folder();
  private final Random random;
  private final Crash crash;
  private final Kind kind;
  private final Map<String, Object> settings;

  Story(Random random) {
    this.random = random;
    this.crash = new Crash(random);
    this.kind = random.nextBoolean() ? Kind.TENANTS : Kind.SOURCES;
    this.settings = Map.of("fsync", FSYNCS.get(random.nextInt(FSYNCS.size())));
  }

  /** Does so many things, and tells of the logs as they are before anything is closed. */
  List<Written> live(List<Written> before, int deeds) throws IOException {
    for (int i = 0; i < before.size(); i++) {
      put(i, before.get(i).bytes());
    }
    try (House house = open()) {
      var chronicles = new ArrayList<Chronicle>();
      for (int i = 0; i < before.size(); i++) {
        chronicles.add(new Chronicle(random, owner(house, i), log(i), before.get(i)));
      }
      for (int i = 0; i < deeds; i++) {
        chronicles.get(random.nextInt(chronicles.size())).goOn();
      }
      var after = new ArrayList<Written>();
      for (Chronicle chronicle : chronicles) {
        after.add(chronicle.written());
      }
      return after;
    }
  }

  /** Cuts each log off, looks at what there is, and tells what was left. */
  List<Written> crash(List<Written> logs) throws IOException {
    var left = new ArrayList<Written>();
    for (int i = 0; i < logs.size(); i++) {
      byte[] found = crash.left(logs.get(i), crash.place(logs.get(i)));
      left.add(logs.get(i).cutAt(asWritten(logs.get(i).bytes(), found)));
      put(i, found);
    }
    seeThatRowsStay(checked(left));
    return left;
  }

  /** How many bytes are as they were written: zeros may be just what was cut off. */
  private static int asWritten(byte[] written, byte[] found) {
    int other = Arrays.mismatch(written, found);
    return other < 0 ? written.length : other;
  }

  /** What each has at the end. */
  private List<String> checked(List<Written> left) {
    try (House house = open()) {
      for (int i = 0; i < left.size(); i++) {
        new Survivor(owner(house, i), left.get(i).states().getLast()).check();
      }
      return rows(house);
    }
  }

  private void seeThatRowsStay(List<String> rows) {
    try (House house = open()) {
      assertThat(rows(house)).isEqualTo(rows);
    }
  }

  private static List<String> rows(House house) {
    return House.NAMES.stream().map(house::owner).map(State::rowsOf).toList();
  }

  private House open() {
    return House.open(kind, folder.path(), settings);
  }

  private static Owner owner(House house, int number) {
    return house.owner(House.NAMES.get(number));
  }

  private Path log(int number) {
    return House.log(kind, folder.path(), House.NAMES.get(number));
  }

  private void put(int number, byte[] log) throws IOException {
    Files.createDirectories(Objects.requireNonNull(log(number).getParent()));
    Files.write(log(number), log);
  }

  @Override
  public void close() {
    folder.close();
  }
}
