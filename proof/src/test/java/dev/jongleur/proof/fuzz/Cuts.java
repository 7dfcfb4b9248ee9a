package dev.jongleur.proof.fuzz;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same text with a piece cut out: halves first, single characters at last. */
final class Cuts {
  private Cuts() {}

  static Stream<String> of(String text) {
    return IntStream.iterate(text.length() / 2, size -> size > 0, size -> size / 2)
        .boxed()
        .flatMap(size -> without(text, size));
  }

  private static Stream<String> without(String text, int size) {
    return IntStream.iterate(0, from -> from + size <= text.length(), from -> from + size)
        .mapToObj(from -> text.substring(0, from) + text.substring(from + size));
  }
}
