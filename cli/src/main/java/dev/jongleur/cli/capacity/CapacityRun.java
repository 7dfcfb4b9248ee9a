package dev.jongleur.cli.capacity;

import com.sun.management.OperatingSystemMXBean;
import dev.jongleur.cli.measure.HeapPeak;
import dev.jongleur.cli.measure.LiveMemory;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** One run of a scenario, looked at between its tenths, while no visit is under way. */
record CapacityRun(Application application, Scenario scenario, Failures failures) {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  CapacityReport perform() {
    try (var peak = new HeapPeak()) {
      long began = System.nanoTime();
      scenario.prepare();
      double prepared = secondsSince(began);
      var _ = scenario.stretch(0);
      List<Tenth> tenths = tenths();
      return new CapacityReport(
          scenario.visits(),
          prepared,
          tenths,
          secondsSince(began),
          peak.bytes(),
          application.figures(),
          failures.counts(),
          failures.isOutOfMemory());
    }
  }

  private List<Tenth> tenths() {
    List<Tenth> tenths = new ArrayList<>();
    for (int number = 1; number < Scenario.STRETCHES && !failures.isOutOfMemory(); number++) {
      tenths.add(tenth(number));
    }
    return tenths;
  }

  private Tenth tenth(int number) {
    long began = System.nanoTime();
    long cpu = PROCESS.getProcessCpuTime();
    long visits = scenario.stretch(number);
    double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
    double seconds = secondsSince(began);
    return new Tenth(visits, seconds, cpuSeconds, LiveMemory.now().heap());
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
