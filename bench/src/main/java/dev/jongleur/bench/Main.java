package dev.jongleur.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, all or those whose names are given, and tells what is reached. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    var given = new CommandLineOptions(arguments);
    Table table = Table.of(new Runner(options(given).build()).run(), EntityBytes.measure());
    table.lines().forEach(System.out::println);
    if (!table.isReached()) {
      System.exit(1);
    }
  }

  /**
   * What is not said on the command line: one fork, five seconds each after three of warming up.
   */
  private static ChainedOptionsBuilder options(CommandLineOptions given) {
    ChainedOptionsBuilder options =
        new OptionsBuilder().parent(given).mode(Mode.Throughput).timeUnit(TimeUnit.SECONDS);
    if (!given.getForkCount().hasValue()) {
      options = options.forks(1);
    }
    if (!given.getWarmupIterations().hasValue()) {
      options = options.warmupIterations(3).warmupTime(TimeValue.seconds(1));
    }
    if (!given.getMeasurementIterations().hasValue()) {
      options = options.measurementIterations(5).measurementTime(TimeValue.seconds(1));
    }
    return options.jvmArgsAppend("-XX:+UseCompactObjectHeaders", "-Xms2g", "-Xmx2g");
  }
}
