package dev.jongleur.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be examined is told in a sentence. */
class RefusalsTest {
  @TempDir Path directory;

  @Test
  void a_process_that_there_is_not() {
    refused("There is no process 4194305.", "--pid", 4194305);
  }

  @Test
  void this_process_itself() {
    long self = ProcessHandle.current().pid();
    refused("The process " + self + " is this one; it cannot examine itself.", "--pid", self);
  }

  @Test
  void a_process_that_is_no_jvm() throws IOException {
    Process sleeping = new ProcessBuilder("sleep", "1000").start();
    try {
      refused(
          "The process " + sleeping.pid() + " cannot be asked for its heap; is it a JVM?",
          "--pid",
          sleeping.pid());
      assertThat(sleeping.isAlive()).isTrue();
    } finally {
      sleeping.destroyForcibly();
    }
  }

  @Test
  void a_jvm_without_jongleur() throws IOException {
    try (var plain = Program.start(Plain.class, "")) {
      refused("There is no Jongleur in the process " + plain.pid() + ".", "--pid", plain.pid());
    }
  }

  @Test
  void a_file_that_there_is_not() {
    Path missing = directory.resolve("heap.hprof");
    refused("There is no file " + missing + ".", "--heap", missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "JAVA", "this is no heap dump, but it is quite long"})
  void a_file_that_is_no_heap_dump(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("notes.txt"), content);
    refused("The file " + file + " is no heap dump.", "--heap", file);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.00001, 0.1, 0.5, 0.99, 1})
  void a_dump_that_was_broken_off(double part) throws IOException {
    Path file = directory.resolve("heap.hprof");
    copyOfDump(file);
    try (var dump = new RandomAccessFile(file.toFile(), "rw")) {
      dump.setLength(Math.min((long) (dump.length() * part) + 20, dump.length() - 1));
    }
    refused("The heap dump " + file + " is not whole: it ends too early.", "--heap", file);
  }

  @Test
  void a_dump_that_is_damaged() throws IOException {
    Path file = directory.resolve("heap.hprof");
    copyOfDump(file);
    try (var dump = new RandomAccessFile(file.toFile(), "rw")) {
      dump.seek(dump.length() / 10 * 9);
      byte[] nonsense = new byte[(int) (dump.length() - dump.getFilePointer())];
      Arrays.fill(nonsense, (byte) -1);
      dump.write(nonsense);
    }
    // Which it is depends on what was there.
    assertThat(Visit.doctor("--heap", file).err().strip())
        .startsWith("jongleur: The heap dump " + file)
        .matches(".* is (damaged|not whole: it ends too early)\\.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--pid=1 --heap=x", "--pid=x", "--pid=1 --top=-1"})
  void options_that_cannot_be_meant(String line) {
    Visit visit = Visit.doctor((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
    assertThat(visit.code()).isEqualTo(2);
    assertThat(visit.err()).contains("Usage: doctor");
  }

  private static void copyOfDump(Path file) throws IOException {
    try (var plain = Program.start(Plain.class, "");
        var dump = LiveDump.of(plain.pid())) {
      Files.copy(dump.file(), file);
    }
  }

  private static void refused(String sentence, Object... arguments) {
    Visit visit = Visit.doctor(arguments);
    assertThat(visit.err()).isEqualToIgnoringNewLines("jongleur: " + sentence);
    assertThat(visit.out()).isEmpty();
    assertThat(visit.code()).isEqualTo(1);
  }
}
