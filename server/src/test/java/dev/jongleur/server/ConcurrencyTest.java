package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final int THREADS = 32;
  private static final int ROWS = 20;

  @Test
  void no_tenant_ever_sees_a_row_of_the_other() throws Exception {
    try (var shops = Shops.open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Future<?>>();
      for (int i = 0; i < THREADS; i++) {
        work.add(threads.submit(() -> fill(shops, "acme")));
        work.add(threads.submit(() -> fill(shops, "globex")));
      }
      finish(work);

      assertThat(shops.get("acme", "/api/CoffeeShops/count").object())
          .isEqualTo(Map.of("count", (long) THREADS * ROWS));
      assertThat(shops.get("globex", "/api/CoffeeShops/count").object())
          .isEqualTo(Map.of("count", (long) THREADS * ROWS));
    }
  }

  private static void fill(Shops shops, String tenant) {
    for (int i = 0; i < ROWS; i++) {
      shops.post(tenant, "/api/CoffeeShops", "{\"name\":\"" + tenant + "\"}").object();
      List<String> names = shops.get("", "/t/" + tenant + "/api/CoffeeShops").names();
      assertThat(names).isNotEmpty().containsOnly(tenant);
    }
  }

  private static void finish(List<Future<?>> work) throws InterruptedException, ExecutionException {
    for (Future<?> each : work) {
      each.get();
    }
  }
}
