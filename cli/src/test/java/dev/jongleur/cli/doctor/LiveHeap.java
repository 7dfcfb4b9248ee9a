package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.Heap;
import java.io.IOException;
import java.util.Set;

/** The heap of a small program on a JVM with some options. */
public final class LiveHeap {
  private LiveHeap() {}

  public static Heap of(String... options) throws IOException {
    try (var plain = Program.start(Plain.class, "", options);
        LiveDump dump = LiveDump.of(plain.pid())) {
      return Heap.read(dump.file(), Set.of());
    }
  }
}
