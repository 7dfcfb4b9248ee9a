package dev.jongleur.cli.capacity;

import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.measure.MeasuredModels;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.definition.ScalarType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Tenants come in turn, each with a property of its own in one of its models and rows in it, and
 * each is erased after some others have come.
 *
 * @param tenants how many come, after a tenth more that warm up
 * @param rows how many each of them stores
 * @param behind after how many others it is erased
 */
record Turnover(
    Application application,
    int tenants,
    int rows,
    int behind,
    Failures failures,
    Progress progress)
    implements Scenario {

  @Override
  public String visits() {
    return "tenants";
  }

  @Override
  public void prepare() {}

  @Override
  public long stretch(int number) {
    long came = 0;
    for (long n = first(number); n < first(number + 1) && !failures.isOutOfMemory(); n++) {
      long tenant = n;
      came += failures.attempt(() -> come(tenant)) ? 1 : 0;
      if (n >= behind) {
        var _ = failures.attempt(() -> erase(tenant - behind));
      }
      progress.step();
    }
    return came;
  }

  /** The first tenant of a stretch: the stretches are as long as each other, up to one tenant. */
  private long first(int stretch) {
    return (long) tenants * stretch / (STRETCHES - 1);
  }

  private void come(long number) {
    Tenant tenant = application.onboard(number);
    String own = "own" + number;
    tenant.customize(MeasuredModels.name(0), model -> model.property(own, ScalarType.STRING));
    Model model = tenant.model(MeasuredModels.name(0));
    var _ = model.createAll(rows(tenant, own));
    if (model.count() != rows) {
      throw new CommandFailure(tenant + " has " + model.count() + " rows and stored " + rows + ".");
    }
  }

  private List<Map<String, Object>> rows(Tenant tenant, String own) {
    return LongStream.range(0, rows)
        .mapToObj(number -> {
          Map<String, Object> row = new HashMap<>(MeasuredModels.row(tenant.name(), number));
          row.put(own, "own " + number);
          return row;
        })
        .toList();
  }

  private void erase(long number) {
    Tenant tenant = application.tenant(number);
    tenant.erase(tenant.name());
  }
}
