package dev.jongleur.cli.soak;

import dev.jongleur.cli.measure.LiveMemory;
import java.util.Map;

/**
 * What is alive after full collections.
 *
 * @param switches how many requests were made by then
 * @param liveHeap bytes of objects that can be reached
 * @param metaspace bytes of loaded classes
 */
record Sample(long switches, long liveHeap, long metaspace) {
  static Sample after(long switches) {
    LiveMemory alive = LiveMemory.now();
    return new Sample(switches, alive.heap(), alive.metaspace());
  }

  Map<String, Object> toMap() {
    return Map.of("switches", switches, "liveHeap", liveHeap, "metaspace", metaspace);
  }
}
