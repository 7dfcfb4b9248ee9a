package dev.jongleur.proof.isolation;

import static dev.jongleur.observer.Hook.BEFORE_DELETE;
import static dev.jongleur.observer.Hook.BEFORE_SAVE;
import static dev.jongleur.proof.isolation.Versions.LINE;
import static dev.jongleur.proof.isolation.Versions.ORDER;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** What a tenant does with the lines of its orders. */
final class RelatedDeeds {
  private final Desk desk;
  private final Mind mind;
  private final Watch watch;
  private final RowDeeds rows;
  private final Random random;

  RelatedDeeds(Desk desk, Mind mind, Watch watch, RowDeeds rows, Random random) {
    this.desk = desk;
    this.mind = mind;
    this.watch = watch;
    this.rows = rows;
    this.random = random;
  }

  private Optional<Entity> anyOrder() {
    Object key = Mind.key(random);
    return desk.call(ORDER, orders -> orders.findById(key)).flatMap(found -> found);
  }

  private List<Object> lines(Entity order, Predicate<Row> which) {
    Object key = Objects.requireNonNull(order.id());
    var ids = new ArrayList<>();
    mind.rows(LINE)
        .forEach((id, line) -> {
          if (line.holds("orderId", key) && which.test(line)) {
            ids.add(id);
          }
        });
    return ids;
  }

  void find() {
    anyOrder()
        .ifPresent(order ->
            desk.call(ORDER, orders -> orders.related(order, "lines").find())
                .ifPresent(lines -> desk.check(LINE, lines, lines(order, _ -> true))));
  }

  void create() {
    anyOrder()
        .ifPresent(order -> {
          Map<String, Object> data = mind.data(LINE, random);
          desk.call(ORDER, orders -> orders.related(order, "lines").create(data))
              .ifPresent(line -> {
                watch.expect(LINE, BEFORE_SAVE, 1);
                Map<String, Object> placed = new HashMap<>(data);
                placed.put("orderId", Objects.requireNonNull(order.id()));
                rows.created(LINE, line, placed);
              });
        });
  }

  void updateAll() {
    long most = random.nextInt(Mind.VALUES);
    anyOrder()
        .ifPresent(order ->
            desk.call(
                    ORDER,
                    orders ->
                        orders
                            .related(order, "lines")
                            .updateAll(where("n").gt(most), Map.of("n", most), Options.NONE))
                .ifPresent(count -> {
                  watch.expect(LINE, BEFORE_SAVE, 1);
                  List<Object> ids = lines(order, line -> line.n() > most);
                  assertThat(count).isEqualTo(ids.size());
                  ids.forEach(id -> line(id).set("n", most));
                }));
  }

  void deleteAll() {
    anyOrder()
        .ifPresent(order ->
            desk.call(
                    ORDER,
                    orders -> orders.related(order, "lines").deleteAll(Filter.all(), Options.NONE))
                .ifPresent(count -> {
                  watch.expect(LINE, BEFORE_DELETE, 1);
                  List<Object> ids = lines(order, _ -> true);
                  assertThat(count).isEqualTo(ids.size());
                  mind.rows(LINE).keySet().removeAll(ids);
                }));
  }

  /** Some orders with their lines, in one answer. */
  void include() {
    long n = random.nextInt(Mind.VALUES);
    desk.call(ORDER, orders -> orders.find(where("n", n).include("lines")))
        .ifPresent(orders -> {
          var keys = new ArrayList<>();
          mind.rows(ORDER)
              .forEach((key, order) -> {
                if (order.n() == n) {
                  keys.add(key);
                }
              });
          desk.check(ORDER, orders, keys);
          orders.forEach(this::checkLines);
        });
  }

  private void checkLines(Entity order) {
    var lines =
        ((List<?>) order.related("lines").orElseThrow()).stream().map(Entity.class::cast).toList();
    desk.check(LINE, lines, lines(order, _ -> true));
  }

  /** A line's order. */
  void refer() {
    List<Object> ids = List.copyOf(mind.rows(LINE).keySet());
    if (ids.isEmpty()) {
      return;
    }
    Object id = ids.get(random.nextInt(ids.size()));
    desk.call(LINE, lines -> lines.findById(id, Filter.all().include("order"), Options.NONE))
        .ifPresent(line -> {
          desk.check(LINE, line.stream().toList(), List.of(id));
          List<Entity> order =
              line.flatMap(one -> one.related("order")).map(Entity.class::cast).stream().toList();
          desk.check(
              ORDER,
              order,
              mind.rows(ORDER).keySet().stream()
                  .filter(key -> line(id).holds("orderId", key))
                  .toList());
        });
  }

  private Row line(Object id) {
    return Objects.requireNonNull(mind.rows(LINE).get(id));
  }
}
