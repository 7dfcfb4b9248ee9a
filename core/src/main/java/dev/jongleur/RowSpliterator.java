package dev.jongleur;

import dev.jongleur.entity.Entity;
import dev.jongleur.model.OpenRows;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a stream pulls its rows from, a piece at a time; never split, so that it is in order and
 * holds no more than a piece. While a stream can be reached, so can this: dropped, it is found.
 */
final class RowSpliterator implements Spliterator<Entity> {
  private final Supplier<List<Entity>> next;

  /** What has to live as long as somebody reads. */
  private final Object hold;

  private List<Entity> piece = List.of();
  private int at;

  private RowSpliterator(OpenRows rows, Object hold) {
    this.next = Tenant.forCurrent(rows::next);
    this.hold = hold;
  }

  static Stream<Entity> stream(OpenRows rows, Object hold, String model) {
    var source = new RowSpliterator(rows, hold);
    rows.heldBy(source, model);
    return StreamSupport.stream(source, false).onClose(rows::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Entity> action) {
    try {
      if (at == piece.size()) {
        piece = next.get();
        at = 0;
      }
      if (piece.isEmpty()) {
        return false;
      }
      action.accept(piece.get(at++));
      return true;
    } finally {
      Reference.reachabilityFence(hold);
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public @Nullable Spliterator<Entity> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }
}
