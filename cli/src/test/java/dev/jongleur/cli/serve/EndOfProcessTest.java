package dev.jongleur.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk when the process ends, in whichever way. */
class EndOfProcessTest {
  private static final int WRITERS = 6;
  private static final int ENOUGH = 150;

  @TempDir Path data;

  @Test
  void a_killed_server_has_kept_every_write_it_acknowledged() throws Exception {
    for (int round = 0; round < 2; round++) {
      Queue<Object> acknowledged = writeUntilKilled("round" + round);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
      try (var served = CoffeeShop.serve(data);
          var aroma = new Visitor(served.port(), "aroma")) {
        assertThat(aroma.get("CoffeeShops").each("name")).containsAll(acknowledged);
      }
    }
  }

  @Test
  void a_server_told_to_end_closes_its_databases() throws Exception {
    try (var process = OwnProcess.serve(data)) {
      assertThat(process.end()).contains("stopping…", "stopped.");
    }
    CoffeeShop.serve(data).close();
  }

  private Queue<Object> writeUntilKilled(String round) throws IOException, InterruptedException {
    var acknowledged = new ConcurrentLinkedQueue<Object>();
    try (var process = OwnProcess.serve(data);
        var aroma = new Visitor(process.port(), "aroma");
        var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = round + "-" + writer + "-";
        writers.execute(() -> write(aroma, name, acknowledged));
      }
      await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= ENOUGH);
      process.kill();
    }
    return acknowledged;
  }

  /** Goes on until nobody answers any more. */
  private static void write(Visitor visitor, String prefix, Queue<Object> acknowledged) {
    try {
      for (int i = 0; ; i++) {
        String name = prefix + i;
        var answer =
            visitor.post("CoffeeShops", "{\"name\": \"" + name + "\", \"city\": \"Faro\"}");
        if (answer.status() == 200) {
          acknowledged.add(name);
        }
      }
    } catch (IOException e) {
      // The server is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
