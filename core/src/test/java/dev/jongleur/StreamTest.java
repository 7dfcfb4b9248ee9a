package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.QueryException;
import dev.jongleur.event.RegistryEvent.Leaked;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** rows read piece by piece. */
class StreamTest {
  private static final int ROWS = 1_000;
  private static final ModelDefinition CUSTOMER =
      ModelDefinition.of("Customer", c -> c.property("name", STRING));
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.property("total", NUMBER)
                  .relation(Relation.belongsTo("customer", "Customer", "customerId")));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Jongleur shops() {
    Jongleur jongleur = nothing.application(CUSTOMER, ORDER);
    for (String name : List.of("acme", "globex")) {
      Tenant tenant = jongleur.onboard(name);
      Entity customer = tenant.model("Customer").create(Map.of("name", name));
      var _ =
          tenant
              .model("Order")
              .createAll(
                  IntStream.range(0, ROWS)
                      .mapToObj(total -> Map.of("total", total, "customerId", customer.id()))
                      .toList());
    }
    return jongleur;
  }

  private Tenant acme() {
    return shops().tenant("acme");
  }

  @Test
  void rows_come_as_find_gives_them() {
    Model orders = acme().model("Order");
    for (Filter filter :
        List.of(
            Filter.all(),
            where("total").gt(990).order("total DESC").include("customer"),
            Filter.all().skip(150).limit(120).fields("total"),
            where("total", -1))) {
      try (Stream<Entity> rows = orders.stream(filter)) {
        assertThat(rows).containsExactlyElementsOf(orders.find(filter));
      }
    }
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> orders.stream(where("total").contains(1)));
  }

  @Test
  void they_are_read_as_they_are_taken() {
    Model orders = acme().model("Order");
    var asked = new AtomicInteger();
    var loaded = new AtomicInteger();
    var _ = orders.observe(Hook.ACCESS, _ -> asked.incrementAndGet());
    var _ = orders.observe(Hook.LOADED, _ -> loaded.incrementAndGet());
    try (Stream<Entity> rows = orders.stream(Filter.all())) {
      assertThat(asked).hasValue(1);
      assertThat(loaded).hasValue(0);
      Iterator<Entity> taken = rows.iterator();
      assertThat(taken.next().get("total")).isEqualTo(0L);
      assertThat(loaded.get()).isBetween(1, 200);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void it_is_a_lease_until_it_is_closed_or_at_its_end() {
    Jongleur jongleur = shops();
    Model orders = jongleur.tenant("acme").model("Order");
    int before = jongleur.registry().stats().leases();
    Stream<Entity> rows = orders.stream(Filter.all());
    assertThat(jongleur.registry().stats().leases()).isEqualTo(before + 1);
    assertThat(jongleur.registry().stats().leasesByKind()).containsEntry("stream", 1);
    rows.close();
    rows.close();
    assertThat(jongleur.registry().stats().leases()).isEqualTo(before);
    assertThat(orders.stream(Filter.all()).count()).isEqualTo(ROWS);
    assertThat(jongleur.registry().stats().leases()).isEqualTo(before);
  }

  @Test
  void one_that_was_closed_gives_no_more_rows() {
    Model orders = acme().model("Order");
    Stream<Entity> rows = orders.stream(Filter.all());
    Iterator<Entity> taken = rows.iterator();
    assertThat(taken.next()).isNotNull();
    rows.close();
    assertThatExceptionOfType(ClosedException.class)
        .isThrownBy(() -> taken.forEachRemaining(_ -> {}))
        .withMessage("The stream is closed.");
  }

  @Test
  void a_tenant_is_not_folded_under_it() {
    Jongleur jongleur = shops();
    Tenant acme = jongleur.tenant("acme");
    try (Stream<Entity> rows = acme.model("Order").stream(Filter.all())) {
      Iterator<Entity> taken = rows.iterator();
      assertThat(jongleur.foldNow()).as("only the other").isEqualTo(1);
      assertThat(acme.isUnfolded()).isTrue();
      var _ = acme.model("Order").create(Map.of("total", -1));
      assertThat(count(taken)).as("as they were when it began").isEqualTo(ROWS);
    }
    assertThat(jongleur.foldNow()).isEqualTo(1);
    assertThat(acme.isUnfolded()).isFalse();
  }

  @Test
  void it_goes_on_when_the_model_changes() {
    Tenant acme = acme();
    try (Stream<Entity> rows = acme.model("Order").stream(Filter.all())) {
      Iterator<Entity> taken = rows.iterator();
      acme.customize("Order", order -> order.property("note", STRING));
      assertThat(count(taken)).isEqualTo(ROWS);
    }
  }

  @Test
  void whoever_closes_its_owner_closes_it() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING));
    var _ = users.create(Map.of("name", "Ada"));
    Iterator<Entity> ofData = users.stream(Filter.all()).iterator();
    db.close();
    Tenant acme = acme();
    Iterator<Entity> ofTenant = acme.model("Order").stream(Filter.all()).iterator();
    acme.release();
    for (Iterator<Entity> rows : List.of(ofData, ofTenant)) {
      assertThatExceptionOfType(ClosedException.class)
          .isThrownBy(rows::hasNext)
          .withMessage("The stream is closed with its owner.");
    }
  }

  @Test
  void one_that_is_dropped_is_found_closed_and_told() {
    Jongleur jongleur = shops();
    var leaks = new CopyOnWriteArrayList<Leaked>();
    var _ =
        jongleur
            .registry()
            .listen(event -> {
              if (event instanceof Leaked leaked) {
                leaks.add(leaked);
              }
            });
    int before = jongleur.registry().stats().leases();
    takeOne(jongleur.tenant("acme").model("Order"));
    await()
        .until(() -> {
          System.gc();
          return leaks.size() == 1;
        });
    assertThat(leaks.getFirst().resource()).isEqualTo(Resource.STREAM);
    assertThat(leaks.getFirst().owner()).contains("of Order").contains("acme");
    assertThat(jongleur.registry().stats().leases()).isEqualTo(before);
    assertThat(jongleur.foldNow()).isEqualTo(2);
  }

  private static void takeOne(Model orders) {
    assertThat(orders.stream(Filter.all()).iterator().next()).isNotNull();
  }

  @Test
  void an_observer_that_fails_ends_it() {
    Jongleur jongleur = shops();
    Model orders = jongleur.tenant("acme").model("Order");
    int before = jongleur.registry().stats().leases();
    var _ =
        orders.observe(
            Hook.LOADED,
            _ -> {
              throw new IllegalStateException("no");
            });
    Iterator<Entity> rows = orders.stream(Filter.all()).iterator();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(rows::hasNext);
    assertThat(jongleur.registry().stats().leases()).isEqualTo(before);
  }

  @Test
  void what_a_tenant_may_ask_holds_for_all_of_it() {
    Tenant acme = acme();
    acme.limits(TenantLimits.NONE.withRows(250));
    Model orders = acme.model("Order");
    assertThat(orders.stream(Filter.all().limit(250))).hasSize(250);
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> orders.stream(Filter.all()).forEach(_ -> {}))
        .satisfies(e -> assertThat(e.limit()).isEqualTo("rows"));
  }

  @Test
  void its_pieces_take_turns_with_others_and_are_one_operation() {
    Tenant acme = acme();
    acme.limits(TenantLimits.NONE.withOperationsAtOnce(1).withOperationsPerSecond(1, 3));
    Model orders = acme.model("Order");
    try (Stream<Entity> rows = orders.stream(Filter.all())) {
      Iterator<Entity> taken = rows.iterator();
      assertThat(taken.next()).isNotNull();
      assertThat(orders.count()).as("one seat, which nobody holds meanwhile").isEqualTo(ROWS);
      assertThat(count(taken)).isEqualTo(ROWS - 1);
    }
  }

  @Test
  void its_observers_work_for_the_tenant_that_was_current() throws Exception {
    Tenant acme = acme();
    Model orders = acme.model("Order");
    var worked = new CopyOnWriteArrayList<String>();
    var _ = orders.observe(Hook.LOADED, _ -> worked.addIfAbsent(Tenant.current().name()));
    Stream<Entity> rows = acme.call(() -> orders.stream(Filter.all()));
    assertThat(CompletableFuture.supplyAsync(rows::count).get()).isEqualTo(ROWS);
    assertThat(worked).containsExactly("acme");
  }

  @Test
  void what_is_related_is_streamed_too() {
    Tenant acme = acme();
    Entity first = acme.model("Order").findById(1).orElseThrow();
    try (Stream<Entity> rows =
        acme.model("Order").related(first, "customer").stream(Filter.all(), Options.NONE)) {
      assertThat(rows).extracting(row -> row.get("name")).containsExactly("acme");
    }
  }

  @Test
  void it_holds_a_piece_of_the_rows_however_many_there_are() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("n", NUMBER));
    var _ = users.createAll(IntStream.range(0, 20_000).mapToObj(n -> Map.of("n", n)).toList());
    var _ = users.find();
    long one =
        Allocated.by(() -> {
          try (Stream<Entity> rows = users.stream(where("n").gte(0))) {
            assertThat(rows.iterator().next()).isNotNull();
          }
        });
    assertThat(one).as("bytes to read the first of 20,000").isLessThan(200_000);
  }

  private static int count(Iterator<?> rows) {
    int count = 0;
    while (rows.hasNext()) {
      rows.next();
      count++;
    }
    return count;
  }
}
