package dev.jongleur.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * What of one kind keeps a space in use: each is counted in once as it begins, and out once as it
 * ends. Thread-safe; bounded by those that have not ended.
 */
final class InUse<L extends Lasting> {
  private final Gate gate;
  private final IntConsumer count;
  private final Set<L> lasting = ConcurrentHashMap.newKeySet(1);

  /**
   * @param count is told of each that begins (1) and ends (-1)
   */
  InUse(Gate gate, IntConsumer count) {
    this.gate = gate;
    this.count = count;
  }

  /** Begins one. One that begins while the owner goes ends like those before it. */
  L begin(Supplier<L> opening) {
    L begun = entered(opening);
    if (!gate.isOpen()) {
      begun.overtake();
    }
    return begun;
  }

  /** What fails here was never counted in; what fails later was, and counts itself out. */
  private L entered(Supplier<L> opening) {
    gate.enter();
    try {
      L begun = opening.get();
      lasting.add(begun);
      count.accept(1);
      return begun;
    } catch (RuntimeException | Error e) {
      gate.leave();
      throw e;
    }
  }

  /** It has ended; told once. */
  void ended(L begun) {
    lasting.remove(begun);
    count.accept(-1);
    gate.leave();
  }

  /** The owner goes. */
  void overtakeAll() {
    lasting.forEach(Lasting::overtake);
  }
}
