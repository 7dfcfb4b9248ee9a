package dev.jongleur.cli.soak.load;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.RegistryStats;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.TenantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * One application whose tenants come, change and go at random while they are worked with. Whoever
 * works may be refused, and must never see what is another's.
 */
public final class Churning implements Load {
  private static final String DATA_SOURCE = "main";
  private static final String REFUSED = "refused";

  private final Tenantry tenants;
  private final ModelFiles files;
  private final Jongleur application;
  private final Map<String, LongAdder> done = new ConcurrentHashMap<>();

  /** Of these there may be data though nobody knows them any more; until they are erased. */
  private final Set<String> released = ConcurrentHashMap.newKeySet();

  public Churning(Tenantry tenants, Settings settings, ModelFiles files) {
    this.tenants = tenants;
    this.files = files;
    this.application =
        Jongleur.builder()
            .dataSource(DATA_SOURCE, settings)
            .blueprint(Blueprint.of(DATA_SOURCE, files.definitions().toList()))
            .build();
  }

  @Override
  public void request(long number) {
    var random = new SplittableRandom(number);
    Step step = Step.of(random.nextInt(100));
    String tenant = tenants.name(random.nextInt(tenants.count()));
    try {
      take(step, tenant, number);
      count(step.done());
    } catch (ClosedException e) {
      count(REFUSED);
    } catch (TenantException e) {
      count(REFUSED);
      comeBack(tenant, e);
    }
  }

  /** As a customer would who was told that nobody knows him. */
  private void comeBack(String tenant, TenantException refused) {
    if (refused.code().equals(TenantException.unknown(tenant).code())) {
      onboard(tenant);
    }
  }

  /** It is refused when it was suspended before it was released. */
  private void onboard(String tenant) {
    try {
      var _ = application.onboard(tenant);
      count(Step.ONBOARD.done());
    } catch (TenantException e) {
      count(REFUSED);
    }
  }

  private void take(Step step, String tenant, long number) {
    switch (step) {
      case WORK -> work(application.tenant(tenant), number);
      case ONBOARD -> application.onboard(tenant);
      case CUSTOMISE -> customise(application.tenant(tenant), number);
      case RESET -> application.tenant(tenant).resetCustomization();
      case FOLD -> application.tenant(tenant).fold();
      case SUSPEND -> application.tenant(tenant).suspend();
      case RESUME -> application.tenant(tenant).resume();
      case RELEASE -> release(application.tenant(tenant));
      case ERASE -> application.tenant(tenant).erase(tenant);
    }
  }

  private void work(Tenant tenant, long number) {
    ModelFiles.File file = files.turn(number);
    Model model = tenant.model(file.name());
    var _ = model.create(file.row(tenant.name(), number));
    Own.rows(model, tenant.name());
    Own.properties(model, tenant.name());
  }

  private void customise(Tenant tenant, long number) {
    String own = Own.property(tenant.name());
    if (number % 2 == 0) {
      tenant.customize(files.turn(number / 2).name(), m -> m.property(own, ScalarType.STRING));
    } else {
      tenant.customize("Extra", DATA_SOURCE, m -> m.property(own, ScalarType.STRING));
    }
  }

  private void release(Tenant tenant) {
    released.add(tenant.name());
    tenant.resume();
    tenant.release();
  }

  private void count(String what) {
    done.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  /** Erases all, so that each sample shows what tenants leave that were there once. */
  @Override
  public void settle() {
    released.forEach(this::onboard);
    released.clear();
    application.tenants().forEach(tenant -> application.tenant(tenant).erase(tenant));
  }

  @Override
  public RegistryStats stats() {
    return application.registry().stats();
  }

  @Override
  public Map<String, Long> done() {
    var sorted = new TreeMap<String, Long>();
    done.forEach((what, times) -> sorted.put(what, times.sum()));
    return sorted;
  }

  @Override
  public List<String> complaints() {
    var complaints = new ArrayList<String>();
    if (!done.containsKey(Step.WORK.done())) {
      complaints.add("tenants that could be worked with: 0");
    }
    if (stats().forgotten() > 0) {
      complaints.add("data sources that nobody closed: " + stats().forgotten());
    }
    return complaints;
  }

  @Override
  public void close() {
    application.close();
  }
}
