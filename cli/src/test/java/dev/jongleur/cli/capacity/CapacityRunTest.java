package dev.jongleur.cli.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Tenant;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.MeasuredModels;
import dev.jongleur.cli.measure.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityRunTest {
  private static final int MODELS = 3;

  private final Failures failures = new Failures();

  @ParameterizedTest
  @EnumSource(Storage.class)
  void tenants_come_and_are_erased_in_turn(Storage storage) {
    try (Application application = Application.on(storage, MODELS)) {
      var turnover = new Turnover(application, 20, 10, 5, failures, Progress.SILENT);
      CapacityReport report = new CapacityRun(application, turnover, failures).perform();
      assertThat(Shortcomings.of(report)).isEmpty();
      assertThat(report.tenths()).hasSize(10).allMatch(tenth -> tenth.visits() == 2);
      assertThat(application.tenants())
          .containsExactlyInAnyOrder(
              "tenant-17", "tenant-18", "tenant-19", "tenant-20", "tenant-21");
    }
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void a_crowd_is_called_and_all_of_it_stays(Storage storage) {
    try (Application application = Application.on(storage, MODELS)) {
      var crowd =
          new Crowd(application, 12, MODELS, 4, () -> Pace.of(9), failures, Progress.SILENT);
      CapacityReport report = new CapacityRun(application, crowd, failures).perform();
      assertThat(Shortcomings.of(report)).isEmpty();
      assertThat(report.tenths()).hasSize(10).allMatch(tenth -> tenth.visits() == 9);
      assertThat(application.tenants()).hasSize(12);
    }
  }

  @Test
  void databases_stay_within_their_budget_and_are_counted() {
    try (Application application = Application.on(Storage.H2, MODELS)) {
      var crowd =
          new Crowd(application, 12, MODELS, 4, () -> Pace.of(9), failures, Progress.SILENT);
      CapacityReport report = new CapacityRun(application, crowd, failures).perform();
      long most = report.figures().getOrDefault("databasesMost", 0L);
      // The catalogue of tenants is a database too.
      assertThat(report.figures().get("databasesPeak")).isBetween(4L, Math.min(most, 12 + 1));
    }
  }

  @Test
  void a_row_too_many_is_told_and_the_others_go_on() {
    try (Application application = Application.on(Storage.MEMORY, MODELS)) {
      Tenant early = application.onboard(7);
      early.model("Model0").create(MeasuredModels.row(early.name(), 1));
      var turnover = new Turnover(application, 20, 10, 5, failures, Progress.SILENT);
      CapacityReport report = new CapacityRun(application, turnover, failures).perform();
      assertThat(report.made()).isEqualTo(19);
      assertThat(Shortcomings.of(report))
          .containsExactly("1 x CommandFailure: tenant-7 has 11 rows and stored 10.");
    }
  }
}
