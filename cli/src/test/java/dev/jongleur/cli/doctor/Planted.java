package dev.jongleur.cli.doctor;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.observer.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Programs for the doctor to examine: one does all as it should, each of the others leaks. */
enum Planted {
  HEALTHY("none", "nobody") {
    @Override
    void grow() {
      shop.onboard("passing").release();
      DataSource own = REGISTRY.open(Settings.of("memory"));
      var _ = own.define("Note", it -> it.property("text", ScalarType.STRING));
      byName.put("own", own);
      for (int i = 0; i < 20; i++) {
        byName.put("of " + i, REGISTRY.open(Settings.of("memory").with("database", "of " + i)));
      }
      REGISTRY.open(Settings.of("memory")).close();
      kept.add(shop.tenant("aroma").model("Customer").find().getFirst());
      kept.add(shop.tenant("aroma").model("Customer").observe(Hook.ACCESS, context -> {}));
    }
  },
  /** The handle of a tenant that is gone, in a map. */
  RELEASED("released-tenant", "tenants") {
    @Override
    void grow() {
      Tenant bistro = shop.tenant("bistro");
      tenants.put("bistro", bistro);
      bistro.release();
    }
  },
  /** The subscription of an observer, longer than its tenant. */
  SUBSCRIBED("ended-observers", "kept") {
    @Override
    void grow() {
      Tenant bistro = shop.tenant("bistro");
      kept.add(bistro.model("Customer").observe(Hook.ACCESS, context -> {}));
      bistro.release();
    }
  },
  /** Data sources of one configuration that nobody closes. */
  FORGOTTEN("forgotten-data-source", "kept") {
    @Override
    void grow() {
      for (int i = 0; i < 5; i++) {
        DataSource source = REGISTRY.open(Settings.of("memory"));
        var _ =
            source
                .define("Note", it -> it.property("text", ScalarType.STRING))
                .create(Map.of("text", "x".repeat(10_000)));
        kept.add(source);
      }
    }
  },
  /** Such of each thread. */
  THREAD_LOCAL("forgotten-data-source", "a ThreadLocal") {
    @Override
    void grow() throws InterruptedException {
      var open = new CountDownLatch(3);
      for (int i = 0; i < 3; i++) {
        Thread.ofPlatform().daemon().name("worker-" + i).start(() -> work(open));
      }
      open.await();
    }
  },
  ENDED("closed-application", "shop") {
    @Override
    void grow() {
      shop.close();
    }
  },
  CLOSED("closed-data-source", "kept") {
    @Override
    void grow() {
      DataSource source = REGISTRY.open(Settings.of("memory"));
      source.close();
      kept.add(source);
    }
  },
  /** A data source that is dropped, and a handle that keeps it open. */
  UNCLOSABLE("unclosable-models", "kept") {
    @Override
    void grow() {
      kept.add(
          REGISTRY
              .open(Settings.of("memory"))
              .define("Note", it -> it.property("text", ScalarType.STRING)));
    }
  },
  /** Entities of definitions that nobody has any more. */
  DEFINED_ANEW("piled-up-definitions", "kept") {
    @Override
    void grow() {
      DataSource source = REGISTRY.open(Settings.of("memory"));
      byName.put("own", source);
      for (int i = 0; i < 20; i++) {
        String property = "p" + i;
        Model model = source.define("Note", it -> it.property(property, ScalarType.STRING));
        kept.add(model.make(Map.of(property, "x")));
      }
    }
  },
  OBSERVED("many-observers", "shop") {
    @Override
    void grow() {
      Model model = shop.tenant("aroma").model("Customer");
      for (int i = 0; i < 2_000; i++) {
        var _ = model.observe(Hook.ACCESS, context -> {});
      }
    }
  };

  private static final ModelRegistry REGISTRY = new ModelRegistry();
  private static final ThreadLocal<@Nullable DataSource> MINE = new ThreadLocal<>();

  static final Jongleur shop = Shop.open();
  static final Map<String, DataSource> byName = new HashMap<>();
  static final Map<String, Tenant> tenants = new HashMap<>();
  static final List<Object> kept = new ArrayList<>();

  private final String kind;
  private final String holder;

  Planted(String kind, String holder) {
    this.kind = kind;
    this.holder = holder;
  }

  /** How the doctor calls it. */
  String kind() {
    return kind;
  }

  /** What the doctor finds to hold it. */
  String holder() {
    return holder.contains(" ") ? holder : Planted.class.getName() + "." + holder;
  }

  abstract void grow() throws InterruptedException;

  private static void work(CountDownLatch open) {
    MINE.set(REGISTRY.open(Settings.of("memory")));
    open.countDown();
    while (MINE.get() != null) {
      LockSupport.park();
    }
  }

  /** Grows what it is called, says so, and waits until its input ends. */
  public static void main(String[] args) throws Exception {
    valueOf(args[0]).grow();
    System.out.println("ready");
    var _ = System.in.read();
  }
}
