package dev.jongleur.memory.log;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which logs hold their files open, so that thousands of tenants hold no more than so many: when
 * there are more, those that were opened first let theirs go, unless somebody is at them.
 * Thread-safe.
 */
final class OpenFiles {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Log> oldestFirst = new LinkedHashSet<>();

  OpenFiles(int most) {
    this.most = most;
  }

  /** A log opened its file. */
  void opened(Log log) {
    for (Log other : counted(log)) {
      if (!other.releaseIfIdle()) {
        count(other);
      }
    }
  }

  /** Counts a log in, and out those that are too many. */
  private List<Log> counted(Log log) {
    lock.lock();
    try {
      oldestFirst.add(log);
      var victims = new ArrayList<Log>();
      for (Log other : oldestFirst) {
        if (oldestFirst.size() - victims.size() > most && other != log) {
          victims.add(other);
        }
      }
      victims.forEach(oldestFirst::remove);
      return victims;
    } finally {
      lock.unlock();
    }
  }

  private void count(Log log) {
    lock.lock();
    try {
      oldestFirst.add(log);
    } finally {
      lock.unlock();
    }
  }

  void closed(Log log) {
    lock.lock();
    try {
      oldestFirst.remove(log);
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return oldestFirst.size();
    } finally {
      lock.unlock();
    }
  }
}
