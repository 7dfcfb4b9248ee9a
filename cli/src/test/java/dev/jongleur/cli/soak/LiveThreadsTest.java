package dev.jongleur.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LiveThreadsTest {
  @Test
  void a_thread_that_stays_is_named_and_one_that_ends_is_waited_for() throws InterruptedException {
    LiveThreads before = LiveThreads.now();
    var end = new CountDownLatch(1);
    Thread stray = Thread.ofPlatform().name("stray").start(() -> await(end));
    assertThat(before.settled(Duration.ZERO).beyond(before)).contains("stray");
    end.countDown();
    stray.join();
    assertThat(before.settled(Duration.ofSeconds(10)).beyond(before)).doesNotContain("stray");
  }

  @Test
  void what_carries_virtual_threads_is_the_jvms_own() throws InterruptedException {
    var ended = new CountDownLatch(1);
    LiveThreads before = LiveThreads.now();
    Thread virtual = Thread.ofVirtual().start(() -> await(ended));
    assertThat(Thread.getAllStackTraces().keySet())
        .anyMatch(thread -> thread.getName().startsWith("ForkJoinPool"));
    assertThat(LiveThreads.now().beyond(before)).noneMatch(name -> name.startsWith("ForkJoinPool"));
    ended.countDown();
    virtual.join();
  }

  @Test
  void the_workers_do_not_count() {
    LiveThreads all = LiveThreads.now();
    assertThat(all.without("main").count()).isLessThan(all.count());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
