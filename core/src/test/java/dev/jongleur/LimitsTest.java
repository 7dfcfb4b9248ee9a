package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jongleur.connector.Deadline;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.LimitException;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Include;
import dev.jongleur.query.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one question may answer with. */
class LimitsTest {
  private static final ModelDefinition CUSTOMER =
      ModelDefinition.of(
          "Customer",
          c ->
              c.property("name", STRING)
                  .relation(Relation.hasMany("orders", "Order", "customerId")));
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.property("total", NUMBER)
                  .relation(Relation.belongsTo("customer", "Customer", "customerId"))
                  .relation(Relation.hasMany("lines", "Line", "orderId")));
  private static final ModelDefinition LINE =
      ModelDefinition.of(
          "Line",
          l -> l.property("sku", STRING).relation(Relation.belongsTo("order", "Order", "orderId")));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  /** Three customers; the first has four orders with two lines each. */
  private Tenant shop() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, LINE);
    Model customers = acme.model("Customer");
    List<Entity> all = customers.createEach(named("Ada", "Bob", "Cy"), Options.NONE);
    for (int total = 1; total <= 4; total++) {
      Entity order = customers.related(all.getFirst(), "orders").create(Map.of("total", total));
      for (String sku : List.of("X", "Y")) {
        var _ = acme.model("Order").related(order, "lines").create(Map.of("sku", sku));
      }
    }
    return acme;
  }

  private static List<Map<String, String>> named(String... names) {
    return List.of(names).stream().map(name -> Map.of("name", name)).toList();
  }

  private Tenant shop(TenantLimits limits) {
    Tenant acme = shop();
    acme.limits(limits);
    return acme;
  }

  private static LimitException refused(ThrowingCallable question) {
    LimitException refused = catchThrowableOfType(LimitException.class, question);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ZERO);
    return refused;
  }

  @Test
  void as_many_rows_as_may_be_are_answered() {
    Model customers = shop(TenantLimits.NONE.withRows(3)).model("Customer");
    assertThat(customers.find()).hasSize(3);
    assertThat(customers.find(Filter.all().limit(100))).hasSize(3);
  }

  @Test
  void one_row_more_is_refused_and_nothing_is_cut_off() {
    Model customers = shop(TenantLimits.NONE.withRows(2)).model("Customer");
    LimitException refused = refused(customers::find);
    assertThat(refused.limit()).isEqualTo("rows");
    assertThat(refused)
        .hasMessage("The answer has more than 2 rows of \"Customer\": ask for fewer.");
    assertThat(refused(() -> customers.find(Filter.all().limit(3))).limit()).isEqualTo("rows");
  }

  @Test
  void a_smaller_limit_of_ones_own_is_fine() {
    Model customers = shop(TenantLimits.NONE.withRows(2)).model("Customer");
    assertThat(customers.find(Filter.all().limit(2))).hasSize(2);
    assertThat(customers.find(Filter.all().skip(1))).hasSize(2);
    assertThat(customers.find(where("name").eq("Ada"))).hasSize(1);
    assertThat(customers.findOne(Filter.all(), Options.NONE)).isPresent();
    assertThat(customers.count()).isEqualTo(3);
  }

  @Test
  void the_store_is_asked_for_one_row_more_and_not_for_all() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, LINE);
    Model customers = acme.model("Customer");
    var many = IntStream.range(0, 3_500).mapToObj(i -> Map.of("name", "c" + i)).toList();
    var _ = customers.createEach(many, Options.NONE);
    var loaded = new ArrayList<Hook>();
    var _ = customers.observe(Hook.LOADED, loads -> loaded.add(loads.hook()));
    acme.limits(TenantLimits.NONE.withRows(10));
    // Time goes on by one with each look, of which a scan takes one for every 1,000 rows.
    Deadline two = Deadline.in(Duration.ofNanos(3), new AtomicLong()::getAndIncrement);
    assertThat(refused(() -> two.call(() -> customers.find())).limit()).isEqualTo("rows");
    assertThat(loaded).isEmpty();
  }

  @Test
  void related_rows_are_limited_too() {
    Tenant acme = shop(TenantLimits.NONE.withRows(3));
    Model customers = acme.model("Customer");
    Entity ada = customers.find(where("name").eq("Ada")).getFirst();
    assertThat(refused(() -> customers.related(ada, "orders").find()).limit()).isEqualTo("rows");
    assertThat(customers.related(ada, "orders").find(Filter.all().limit(3), Options.NONE))
        .hasSize(3);
  }

  @Test
  void included_rows_are_limited_for_themselves() {
    Tenant acme = shop(TenantLimits.NONE.withRows(4));
    assertThat(acme.model("Customer").find(Filter.all().include("orders"))).hasSize(3);
    acme.limits(TenantLimits.NONE.withRows(3));
    assertThat(acme.model("Customer").find()).hasSize(3);
    assertThat(refused(() -> acme.model("Customer").find(Filter.all().include("orders"))))
        .hasMessageContaining("\"Order\"");
  }

  @Test
  void included_rows_are_counted_over_all_questions_that_an_include_takes() {
    Tenant acme = shop(TenantLimits.NONE.withRows(7));
    Filter twoLinesEach =
        Filter.all().withInclude(List.of(new Include("lines", Filter.all().limit(2))));
    LimitException refused = refused(() -> acme.model("Order").find(twoLinesEach));
    assertThat(refused).hasMessageContaining("\"Line\"");
    acme.limits(TenantLimits.NONE.withRows(8));
    assertThat(acme.model("Order").find(twoLinesEach)).hasSize(4);
  }

  @Test
  void many_keys_take_several_questions_and_are_counted_together() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, LINE);
    Model orders = acme.model("Order");
    for (int i = 0; i < 300; i++) {
      Entity order = orders.create(Map.of("total", i));
      var _ = orders.related(order, "lines").create(Map.of("sku", "X"));
      var _ = orders.related(order, "lines").create(Map.of("sku", "Y"));
    }
    acme.limits(TenantLimits.NONE.withRows(599));
    Filter along = Filter.all().include("lines");
    assertThat(refused(() -> orders.find(along)).limit()).isEqualTo("rows");
    acme.limits(TenantLimits.NONE.withRows(600));
    assertThat(orders.find(along)).hasSize(300);
  }

  @Test
  void includes_are_as_deep_as_may_be() {
    Tenant acme = shop(TenantLimits.NONE.withIncludeDepth(2));
    Filter two = nested("orders", "lines");
    assertThat(acme.model("Customer").find(two)).hasSize(3);
    LimitException refused =
        refused(() -> acme.model("Customer").find(nested("orders", "lines", "order")));
    assertThat(refused.limit()).isEqualTo("includeDepth");
    assertThat(refused).hasMessage("Includes may be nested 2 deep: include less.");
    acme.limits(TenantLimits.NONE.withIncludeDepth(0));
    assertThat(acme.model("Customer").find()).hasSize(3);
    assertThat(refused(() -> acme.model("Customer").find(nested("orders")))).isNotNull();
  }

  private static Filter nested(String... relations) {
    Filter filter = Filter.all();
    for (String relation : List.of(relations).reversed()) {
      filter = Filter.all().withInclude(List.of(new Include(relation, filter)));
    }
    return filter;
  }

  @Test
  void what_is_nested_too_deeply_is_refused_before_anything_is_read() {
    Tenant acme = shop(TenantLimits.NONE.withIncludeDepth(1));
    var loaded = new ArrayList<String>();
    var _ = acme.model("Customer").observe(Hook.LOADED, loads -> loaded.add("Customer"));
    var _ = acme.model("Order").observe(Hook.ACCESS, access -> loaded.add("Order"));
    assertThat(refused(() -> acme.model("Customer").find(nested("orders", "lines")))).isNotNull();
    assertThat(loaded).isEmpty();
  }

  @Test
  void an_include_that_a_scope_adds_counts_too() {
    Relation eager =
        new Relation(
            "orders",
            Relation.Kind.HAS_MANY,
            "Order",
            "customerId",
            Map.of("scope", Map.of("include", "lines")));
    Tenant acme = nothing.acme(CUSTOMER.toBuilder().relation(eager).build(), ORDER, LINE);
    Model customers = acme.model("Customer");
    Entity ada = customers.create(Map.of("name", "Ada"));
    var _ = customers.related(ada, "orders").create(Map.of("total", 1));
    assertThat(customers.find(nested("orders"))).hasSize(1);
    acme.limits(TenantLimits.NONE.withIncludeDepth(1));
    assertThat(refused(() -> customers.find(nested("orders"))).limit()).isEqualTo("includeDepth");
  }

  @Test
  void limits_are_each_tenants_own() {
    Jongleur jongleur = nothing.application(CUSTOMER, ORDER, LINE);
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    for (Tenant tenant : List.of(acme, globex)) {
      var _ = tenant.model("Customer").createEach(named("Ada", "Bob"), Options.NONE);
    }
    acme.limits(TenantLimits.NONE.withRows(1));
    assertThat(refused(acme.model("Customer")::find).limit()).isEqualTo("rows");
    assertThat(globex.model("Customer").find()).hasSize(2);
  }
}
