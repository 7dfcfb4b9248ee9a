package dev.jongleur.cli.doctor.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** On any graph, an object retains what cannot be reached without it. */
class DominatorsTest {
  @RepeatedTest(300)
  void an_object_retains_what_cannot_be_reached_without_it(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    int[][] graph = graph(random, 1 + random.nextInt(40), random.nextInt(4));
    int[] roots = random.ints(1 + random.nextInt(3), 0, graph.length).distinct().toArray();
    Edges edges =
        Edges.of(graph.length, (object, told) -> IntStream.of(graph[object]).forEach(told));

    long[] retained = Dominators.retained(DominatorsTest::size, edges, roots);

    BitSet all = Reached.around(edges, roots, _ -> false);
    for (int object = 0; object < graph.length; object++) {
      int without = object;
      BitSet lost = Reached.around(edges, roots, other -> other == without);
      lost.xor(all);
      assertThat(retained[object]).isEqualTo(lost.stream().mapToLong(DominatorsTest::size).sum());
    }
  }

  @Test
  void a_long_chain_is_no_matter() {
    int length = 1_000_000;
    Edges edges =
        Edges.of(length, (object, told) -> told.accept(object + 1 < length ? object + 1 : 0));
    long[] retained = Dominators.retained(_ -> 1, edges, new int[] {0});
    assertThat(retained[0]).isEqualTo(length);
    assertThat(retained[length - 1]).isEqualTo(1);
  }

  private static int[][] graph(Random random, int size, int degree) {
    return IntStream.range(0, size)
        .mapToObj(_ -> random.ints(random.nextInt(degree + 1), 0, size).toArray())
        .toArray(int[][]::new);
  }

  private static long size(int object) {
    return 1L << object;
  }
}
