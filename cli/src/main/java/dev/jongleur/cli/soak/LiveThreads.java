package dev.jongleur.cli.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** The platform threads that run at one moment, by id, with their names. */
record LiveThreads(Map<Long, String> names) {
  LiveThreads {
    names = Map.copyOf(names);
  }

  static LiveThreads now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    var names = new TreeMap<Long, String>();
    Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .forEach((ThreadInfo thread) -> names.put(thread.getThreadId(), thread.getThreadName()));
    return new LiveThreads(names);
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
