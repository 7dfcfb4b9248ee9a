package dev.jongleur.cli.measure;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run is; shown on standard error, or to nobody. Thread-safe. */
public sealed interface Progress extends AutoCloseable {
  Progress SILENT = new Silent();

  /**
   * A bar over so many steps, for whoever looks; -1 when nobody knows how many there will be.
   *
   * @param asked shown also where there is no terminal
   */
  static Progress of(String task, long steps, boolean asked) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return asked || terminal ? bar(task, steps) : SILENT;
  }

  private static Progress bar(String task, long steps) {
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setUpdateIntervalMillis(250)
            .build());
  }

  void step();

  @Override
  void close();

  /** Nobody looks. */
  record Silent() implements Progress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  /** On a terminal. */
  record Bar(ProgressBar bar) implements Progress {
    @Override
    public void step() {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
