package dev.jongleur.cli.soak;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run is; shown on standard error, or to nobody. Thread-safe. */
sealed interface Progress extends AutoCloseable {
  Progress SILENT = new Silent();

  /** A bar over so many requests. */
  static Progress bar(long requests) {
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName("soak")
            .setInitialMax(requests)
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
