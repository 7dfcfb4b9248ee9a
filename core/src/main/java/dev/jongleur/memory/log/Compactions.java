package dev.jongleur.memory.log;

import java.util.concurrent.Semaphore;

/** One compaction at a time for all logs of a directory. Thread-safe. */
final class Compactions {
  private final Semaphore turn = new Semaphore(1, true);

  Thread start(Runnable work) {
    return Thread.ofVirtual().name("jongleur-compaction").start(() -> run(work));
  }

  private void run(Runnable work) {
    turn.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      turn.release();
    }
  }
}
