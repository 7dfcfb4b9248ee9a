package dev.jongleur.cli.doctor.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.cli.doctor.LiveHeap;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A dump says what the JVM had. */
class HeapTest {
  @Test
  void the_layout_of_the_jvm_is_seen() throws IOException {
    try (Heap heap = LiveHeap.of("-XX:-UseCompactObjectHeaders")) {
      assertThat(heap.layout()).isEqualTo(new Layout(12, 4));
    }
  }

  @Test
  void compact_headers_are_seen() throws IOException {
    try (Heap heap = LiveHeap.of("-XX:+UseCompactObjectHeaders")) {
      assertThat(heap.layout()).isEqualTo(new Layout(8, 4));
    }
  }

  @Test
  void references_at_full_width_are_seen() throws IOException {
    try (Heap heap = LiveHeap.of("-XX:-UseCompactObjectHeaders", "-XX:-UseCompressedOops")) {
      assertThat(heap.layout()).isEqualTo(new Layout(12, 8));
    }
  }
}
