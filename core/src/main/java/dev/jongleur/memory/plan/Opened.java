package dev.jongleur.memory.plan;

import dev.jongleur.entity.Entity;
import dev.jongleur.memory.plan.Access.Buckets;
import dev.jongleur.memory.plan.Access.Spans;
import dev.jongleur.memory.plan.Access.Union;
import dev.jongleur.memory.plan.Plan.Coming;
import dev.jongleur.memory.tree.Rows;
import dev.jongleur.memory.tree.Span;
import dev.jongleur.memory.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that a plan leads to, one after the other, each once. */
final class Opened {
  private Opened() {}

  static Rows rows(Plan plan) {
    return plan.access() instanceof Spans spans && plan.order() == Coming.IN_REVERSE
        ? backward(spans)
        : forward(plan.access());
  }

  private static Rows forward(Access access) {
    return switch (access) {
      case Union union -> once(new Chained<>(union.ways(), Opened::forward));
      case Spans spans -> forward(spans);
      case Buckets buckets -> forward(buckets.buckets());
    };
  }

  private static Rows forward(List<Tree> buckets) {
    return buckets.size() == 1 ? buckets.getFirst().all() : new Chained<>(buckets, Tree::all);
  }

  private static Rows forward(Spans way) {
    Tree tree = way.sorted().tree();
    List<Span> spans = way.spans();
    return spans.size() == 1 ? tree.range(spans.getFirst()) : new Chained<>(spans, tree::range);
  }

  private static Rows backward(Spans way) {
    Tree tree = way.sorted().tree();
    var reversed = new ArrayList<>(way.spans()).reversed();
    return new Chained<>(reversed, span -> new Backwards(tree, span));
  }

  /** A row is one object, whichever way leads to it. */
  private static Rows once(Rows rows) {
    Set<Entity> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return new Rows() {
      @Override
      public @Nullable Entity next() {
        Entity row = rows.next();
        while (row != null && !seen.add(row)) {
          row = rows.next();
        }
        return row;
      }
    };
  }
}
