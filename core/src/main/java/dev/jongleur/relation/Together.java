package dev.jongleur.relation;

import dev.jongleur.connector.Capability;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.operation.call.Call;
import java.util.function.Supplier;

/** Changes of two models that happen together or not at all, as far as their store can do that. */
final class Together {
  private Together() {}

  /** Whether work on both can be a transaction of its own: within one, it is part of that. */
  static boolean isPossible(Call call, Binding other) {
    Binding own = call.binding();
    return !call.isTransacted()
        && own.connector().can(Capability.TRANSACTIONS)
        && own.store() == other.store();
  }

  /** Does work as a transaction of its own where that is possible, or else as it is. */
  static <T> T work(Call call, Binding other, Supplier<T> work) {
    return isPossible(call, other) ? call.binding().together(work) : work.get();
  }
}
