package dev.jongleur.cli.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The platform threads that run at one moment, by id, with their names; without those on which the
 * JVM runs virtual threads, of which it has as many as it likes.
 */
record LiveThreads(Map<Long, String> names) {
  LiveThreads {
    names = Map.copyOf(names);
  }

  static LiveThreads now() {
    var names = new TreeMap<Long, String>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!isCarrier(thread)) {
        names.put(thread.threadId(), thread.getName());
      }
    }
    return new LiveThreads(names);
  }

  private static boolean isCarrier(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null && group.getName().equals("CarrierThreads");
  }

  /** The threads once there are no more than these, or after so long whatever there is. */
  LiveThreads settled(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    LiveThreads now = now();
    while (now.count() > count() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      now = now();
    }
    return now;
  }

  LiveThreads without(String prefix) {
    var others = new TreeMap<>(names);
    others.values().removeIf(name -> name.startsWith(prefix));
    return new LiveThreads(others);
  }

  int count() {
    return names.size();
  }

  /** The names of those that are not among these others. */
  List<String> beyond(LiveThreads others) {
    return names.entrySet().stream()
        .filter(thread -> !others.names.containsKey(thread.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }
}
