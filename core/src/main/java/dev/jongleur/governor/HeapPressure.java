package dev.jongleur.governor;

import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.Pressure;
import java.util.List;

/**
 * Which pressure a heap means. It rises at once, and falls only when the heap is well below the
 * mark, so that a heap that swings about a mark does not make the pressure swing.
 */
final class HeapPressure {
  private static final List<Pressure> UPWARDS = List.of(Pressure.values());

  private HeapPressure() {}

  /** The pressure after the one before. */
  static Pressure after(Pressure before, GovernorPolicy policy, Heap.Reading heap) {
    Pressure now = Pressure.NONE;
    for (Pressure pressure : UPWARDS) {
      double mark = policy.sweeps().at(pressure).above().in(heap.maximum());
      boolean falling = pressure.compareTo(before) <= 0;
      if (heap.live() > (falling ? mark * (1 - policy.hysteresis()) : mark)) {
        now = pressure;
      }
    }
    return now;
  }
}
