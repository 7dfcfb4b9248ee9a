package dev.jongleur.memory.plan;

import dev.jongleur.memory.tree.Span;
import dev.jongleur.memory.tree.Tree;
import java.util.List;

/** A way to rows among which are all that match. Immutable; closed family. */
sealed interface Access {
  /** How many rows it leads to, those it leads to twice counted twice. */
  int count();

  /**
   * The rows in some spans of what is sorted; no row is in two of them, and they are in order.
   *
   * @param equal how many of the leading properties have one value only
   * @param covered how many conditions hold for every row that it leads to
   */
  record Spans(Sorted sorted, List<Span> spans, int equal, int covered, int count)
      implements Access {

    static Spans of(Sorted sorted, List<Span> spans, int equal, int covered) {
      int count = 0;
      for (Span span : spans) {
        count += sorted.tree().count(span);
      }
      return new Spans(sorted, spans, equal, covered, count);
    }

    static Spans whole(Sorted sorted) {
      return new Spans(sorted, List.of(Span.ALL), 0, 0, sorted.tree().size());
    }

    boolean isWhole() {
      return spans.size() == 1 && spans.getFirst() == Span.ALL;
    }
  }

  /**
   * The rows of some keys of a hash index, those of each in the order of their ids.
   *
   * @param covered how many conditions hold for every row that it leads to
   */
  record Buckets(Hashed hashed, List<Tree> buckets, int covered, int count) implements Access {
    static Buckets of(Hashed hashed, List<Tree> buckets, int covered) {
      return new Buckets(hashed, buckets, covered, buckets.stream().mapToInt(Tree::size).sum());
    }
  }

  /** The rows that one of several ways leads to. */
  record Union(List<Access> ways, int count) implements Access {
    static Union of(List<Access> ways) {
      return new Union(ways, ways.stream().mapToInt(Access::count).sum());
    }
  }
}
