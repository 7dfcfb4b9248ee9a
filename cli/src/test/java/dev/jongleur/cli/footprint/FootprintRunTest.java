package dev.jongleur.cli.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jongleur.Tenant;
import dev.jongleur.cli.measure.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FootprintRunTest {
  private static final FootprintPlan PLAN = new FootprintPlan(2000, 3, 0.5, 4000, 2);
  private static final int KILOBYTE = 1024;

  private final List<Object> held = new ArrayList<>(PLAN.tenants());

  @Test
  void an_active_tenant_takes_more_than_an_idle_one() {
    TenantBytes bytes = run(tenant -> {}).bytes();
    assertThat(bytes.idle()).isPositive();
    assertThat(bytes.active()).isGreaterThan(bytes.idle());
    assertThat(bytes.resolved()).isLessThanOrEqualTo(bytes.active());
  }

  @Test
  void a_customised_tenant_takes_more_than_an_idle_one() {
    TenantBytes bytes = run(tenant -> {}).bytes();
    assertThat(bytes.customised()).isGreaterThan(bytes.idle() + 16);
  }

  @Test
  void a_kilobyte_that_each_tenant_leaves_is_found() {
    double without = run(tenant -> {}).bytes().idle();
    double with = run(tenant -> held.add(new byte[KILOBYTE])).bytes().idle();
    assertThat(with - without).isCloseTo(KILOBYTE, within(100.0));
  }

  @Test
  void a_thread_that_a_tenant_leaves_is_found() {
    var stopped = new java.util.concurrent.CountDownLatch(1);
    try {
      TenantBytes bytes =
          run(
                  tenant -> {
                    if (tenant.name().endsWith("7")) {
                      Thread.ofPlatform().daemon().start(() -> waitFor(stopped));
                    }
                  })
              .bytes();
      assertThat(bytes.end().threads()).isGreaterThan(bytes.start().threads() + 100);
    } finally {
      stopped.countDown();
    }
  }

  @Test
  void resolving_and_defining_are_timed() {
    FootprintReport report = run(tenant -> {});
    assertThat(report.resolution().resolve().median()).isPositive();
    assertThat(report.resolution().mapGet().median()).isPositive();
    assertThat(report.resolution().ratio().median()).isPositive();
    assertThat(report.defining().known().median()).isPositive();
    assertThat(report.defining().fresh().median()).isPositive();
  }

  private static void waitFor(java.util.concurrent.CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static FootprintReport run(Consumer<Tenant> also) {
    return new FootprintRun(PLAN, also, Progress.SILENT).perform();
  }
}
