package dev.jongleur.cli.capacity;

import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.measure.MeasuredModels;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Many tenants, of which some are called at any time, at random; nothing is erased.
 *
 * @param called how many calls are under way at a time
 * @param pace how long a stretch is, begun anew for each
 */
record Crowd(
    Application application,
    int tenants,
    int models,
    int called,
    Supplier<Pace> pace,
    Failures failures,
    Progress progress)
    implements Scenario {
  private static final int ONBOARDED_AT_ONCE = 4;
  private static final int SOME = 3;

  @Override
  public String visits() {
    return "calls";
  }

  @Override
  public void prepare() {
    var _ =
        new Crew(ONBOARDED_AT_ONCE, failures)
            .make(
                Pace.of(tenants),
                (number, _) -> {
                  var _ = application.onboard(number);
                  progress.step();
                });
  }

  @Override
  public long stretch(int number) {
    long made = new Crew(called, failures).make(pace.get(), (_, random) -> call(random));
    progress.step();
    return made;
  }

  /** Stores a row in any model of any tenant, finds it again, and looks at some others. */
  private void call(RandomGenerator random) {
    Tenant tenant = application.tenant(random.nextInt(tenants));
    Model model = tenant.model(MeasuredModels.name(random.nextInt(models)));
    Object id = model.create(MeasuredModels.row(tenant.name(), random.nextInt(1000))).id();
    if (model.findById(id).isEmpty()) {
      throw new CommandFailure("A row of " + tenant + " was stored, yet not found.");
    }
    for (Entity row : model.find(Filter.all().limit(SOME))) {
      if (!tenant.name().equals(row.get(MeasuredModels.OWNER))) {
        throw new CommandFailure(tenant + " sees a row of " + row.get(MeasuredModels.OWNER) + ".");
      }
    }
  }
}
