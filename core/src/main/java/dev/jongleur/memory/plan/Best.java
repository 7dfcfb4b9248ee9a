package dev.jongleur.memory.plan;

import dev.jongleur.entity.Entity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first so many rows in an order, kept while all rows go by; without a limit, all of them. */
final class Best {
  private final Comparator<Entity> order;
  private final int most;
  private final PriorityQueue<Entity> worstFirst;

  /**
   * @param most how many are kept, at least one
   */
  Best(Comparator<Entity> order, int most) {
    this.order = order;
    this.most = most;
    this.worstFirst = new PriorityQueue<>(order.reversed());
  }

  void add(Entity row) {
    if (worstFirst.size() < most) {
      worstFirst.add(row);
    } else if (order.compare(row, worstFirst.element()) < 0) {
      var _ = worstFirst.remove();
      worstFirst.add(row);
    }
  }

  List<Entity> inOrder() {
    Entity[] rows = worstFirst.toArray(Entity[]::new);
    Arrays.sort(rows, order);
    return List.of(rows);
  }
}
