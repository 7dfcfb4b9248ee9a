package dev.jongleur.proof.isolation;

import static dev.jongleur.observer.Hook.BEFORE_DELETE;
import static dev.jongleur.observer.Hook.BEFORE_SAVE;
import static dev.jongleur.proof.isolation.Versions.LINE;
import static dev.jongleur.proof.isolation.Versions.MODELS;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a tenant does with its rows. Each deed sees that it came to what the tenant expects. */
final class RowDeeds {
  private final Desk desk;
  private final Mind mind;
  private final Watch watch;
  private final Random random;

  RowDeeds(Desk desk, Mind mind, Watch watch, Random random) {
    this.desk = desk;
    this.mind = mind;
    this.watch = watch;
    this.random = random;
  }

  private String anyModel() {
    return MODELS.get(random.nextInt(MODELS.size()));
  }

  /** Of a model with keys of its own; lines have generated ids. */
  private String keyedModel() {
    String model = anyModel();
    return model.equals(LINE) ? Versions.ORDER : model;
  }

  private Object anyId(String model) {
    return model.equals(LINE) ? anyLine() : Mind.key(random);
  }

  private Object anyLine() {
    TreeMap<Object, Row> lines = mind.rows(LINE);
    long last = lines.isEmpty() ? 0 : (long) lines.lastKey();
    Object from = lines.ceilingKey(random.nextLong(last + 1));
    return from == null ? last + 1 : from;
  }

  private Map<String, Object> data(String model) {
    Map<String, Object> data = mind.data(model, random);
    if (!model.equals(LINE)) {
      data.put("key", Mind.key(random));
    }
    return data;
  }

  private boolean isTaken(String model, Map<String, Object> data) {
    Object key = data.get("key");
    return key != null && mind.rows(model).containsKey(key);
  }

  void create() {
    String model = anyModel();
    Map<String, Object> data = data(model);
    if (isTaken(model, data)) {
      if (desk.fail(model, DuplicateException.class, rows -> rows.create(data))) {
        watch.expect(model, BEFORE_SAVE, 1);
      }
    } else {
      desk.call(model, rows -> rows.create(data))
          .ifPresent(row -> {
            watch.expect(model, BEFORE_SAVE, 1);
            created(model, row, data);
          });
    }
  }

  void createAll() {
    String model = anyModel();
    var items = Stream.generate(() -> data(model)).limit(2 + random.nextInt(2)).toList();
    boolean taken =
        items.stream().anyMatch(data -> isTaken(model, data))
            || !model.equals(LINE)
                && items.stream().map(data -> data.get("key")).distinct().count() < items.size();
    if (taken) {
      if (desk.fail(model, BulkException.class, rows -> rows.createAll(items))) {
        watch.expect(model, BEFORE_SAVE, items.size());
      }
    } else {
      desk.call(model, rows -> rows.createAll(items))
          .ifPresent(rows -> {
            watch.expect(model, BEFORE_SAVE, items.size());
            IntStream.range(0, items.size())
                .forEach(i -> created(model, rows.get(i), items.get(i)));
          });
    }
  }

  /** Keeps in mind what was created, which has an id that no row had. */
  void created(String model, Entity row, Map<String, Object> data) {
    desk.check(row);
    Object id = Objects.requireNonNull(row.id());
    if (model.equals(LINE)) {
      assertThat(id).as("generated id").isEqualTo(mind.nextLine());
    }
    assertThat(mind.rows(model).put(id, Row.created(row, data))).as("row %s", id).isNull();
  }

  void findById() {
    String model = anyModel();
    Object id = anyId(model);
    desk.call(model, rows -> rows.findById(id))
        .ifPresent(found -> {
          List<?> ids = mind.rows(model).containsKey(id) ? List.of(id) : List.of();
          desk.check(model, found.stream().toList(), ids);
        });
  }

  void findByIds() {
    String model = anyModel();
    List<Object> ids = Stream.generate(() -> anyId(model)).limit(3).distinct().toList();
    desk.call(model, rows -> rows.findByIds(ids))
        .ifPresent(found ->
            desk.check(model, found, ids.stream().filter(mind.rows(model)::containsKey).toList()));
  }

  /** A page of the rows, by a value and then by the id. */
  void find() {
    String model = anyModel();
    long least = random.nextInt(Mind.VALUES);
    int limit = 1 + random.nextInt(8);
    int skip = random.nextInt(4);
    String id = model.equals(LINE) ? "id" : "key";
    Filter filter = where("n").gte(least).order("n DESC", id).limit(limit).skip(skip);
    desk.call(model, rows -> rows.find(filter))
        .ifPresent(found -> {
          List<Object> all = ids(model, row -> row.n() >= least);
          all.sort(Comparator.comparingLong((Object one) -> -row(model, one).n()));
          desk.check(model, found, all.stream().skip(skip).limit(limit).toList());
        });
  }

  /** What any of the tenants says of its rows finds them, and nobody else's. */
  void findByOwner(List<String> tenants) {
    String model = anyModel();
    String owner = tenants.get(random.nextInt(tenants.size())) + "." + random.nextInt(3);
    desk.call(model, rows -> rows.find(where("owner", owner)))
        .ifPresent(found -> desk.check(model, found, ids(model, row -> row.holds("owner", owner))));
  }

  void count() {
    String model = anyModel();
    long n = random.nextInt(Mind.VALUES);
    desk.call(model, rows -> rows.count(where("n", n)))
        .ifPresent(count -> assertThat(count).isEqualTo(ids(model, row -> row.n() == n).size()));
  }

  void exists() {
    String model = anyModel();
    Object id = anyId(model);
    desk.call(model, rows -> rows.exists(id))
        .ifPresent(there -> assertThat(there).isEqualTo(mind.rows(model).containsKey(id)));
  }

  void updateAll() {
    String model = anyModel();
    long most = random.nextInt(Mind.VALUES);
    Map<String, Object> data = new LinkedHashMap<>(Map.of("n", most));
    mind.extras(model).stream().findFirst().ifPresent(x -> data.put(x.name(), value(x)));
    desk.call(model, rows -> rows.updateAll(where("n").gt(most), data))
        .ifPresent(count -> {
          watch.expect(model, BEFORE_SAVE, 1);
          List<Object> ids = ids(model, row -> row.n() > most);
          assertThat(count).isEqualTo(ids.size());
          ids.forEach(id -> data.forEach(row(model, id)::set));
        });
  }

  private Object value(Property extra) {
    return mind.value(extra, random);
  }

  void patch() {
    String model = anyModel();
    Object id = anyId(model);
    Map<String, Object> data = mind.data(model, random);
    if (!mind.rows(model).containsKey(id)) {
      var _ = desk.fail(model, NotFoundException.class, rows -> rows.patch(id, data));
    } else {
      desk.call(model, rows -> rows.patch(id, data)).ifPresent(row -> patched(model, row, data));
    }
  }

  private void patched(String model, Entity row, Map<String, Object> data) {
    watch.expect(model, BEFORE_SAVE, 1);
    desk.check(row);
    row(model, Objects.requireNonNull(row.id())).patch(row, data);
  }

  void replace() {
    String model = anyModel();
    Object id = anyId(model);
    Map<String, Object> data = mind.data(model, random);
    if (!mind.rows(model).containsKey(id)) {
      if (desk.fail(model, NotFoundException.class, rows -> rows.replace(id, data))) {
        watch.expect(model, BEFORE_SAVE, 1);
      }
    } else {
      desk.call(model, rows -> rows.replace(id, data)).ifPresent(row -> replaced(model, row, data));
    }
  }

  private void replaced(String model, Entity row, Map<String, Object> data) {
    watch.expect(model, BEFORE_SAVE, 1);
    desk.check(row);
    Object id = Objects.requireNonNull(row.id());
    mind.rows(model).put(id, row(model, id).replaced(row, data));
  }

  void upsert() {
    String model = keyedModel();
    Map<String, Object> data = data(model);
    desk.call(model, rows -> rows.upsert(data))
        .ifPresent(row -> {
          if (isTaken(model, data)) {
            patched(model, row, data);
          } else {
            watch.expect(model, BEFORE_SAVE, 1);
            created(model, row, data);
          }
        });
  }

  void replaceOrCreate() {
    String model = keyedModel();
    Map<String, Object> data = data(model);
    desk.call(model, rows -> rows.replaceOrCreate(data, Options.NONE))
        .ifPresent(row -> {
          if (isTaken(model, data)) {
            replaced(model, row, data);
          } else {
            watch.expect(model, BEFORE_SAVE, 1);
            created(model, row, data);
          }
        });
  }

  void deleteById() {
    String model = anyModel();
    Object id = anyId(model);
    desk.call(model, rows -> rows.deleteById(id))
        .ifPresent(count -> {
          watch.expect(model, BEFORE_DELETE, 1);
          assertThat(count).isEqualTo(mind.rows(model).remove(id) == null ? 0 : 1);
        });
  }

  void deleteAll() {
    String model = anyModel();
    long n = random.nextInt(Mind.VALUES);
    desk.call(model, rows -> rows.deleteAll(where("n", n)))
        .ifPresent(count -> {
          watch.expect(model, BEFORE_DELETE, 1);
          List<Object> ids = ids(model, row -> row.n() == n);
          assertThat(count).isEqualTo(ids.size());
          mind.rows(model).keySet().removeAll(ids);
        });
  }

  /** All rows of all models. */
  void lookAtAll() {
    for (String model : MODELS) {
      desk.call(model, rows -> rows.find())
          .ifPresent(found -> desk.check(model, found, mind.rows(model).keySet()));
    }
  }

  void lookAtDefinition() {
    String model = anyModel();
    desk.call(model, rows -> Optional.of(rows.definition()))
        .flatMap(shown -> shown)
        .ifPresent(shown -> {
          assertThat(shown.name()).isEqualTo(model);
          var _ = mind.check(shown, desk.seen());
        });
  }

  private Row row(String model, Object id) {
    return Objects.requireNonNull(mind.rows(model).get(id), () -> "no row " + id);
  }

  private List<Object> ids(String model, Predicate<Row> which) {
    var ids = new ArrayList<>();
    mind.rows(model)
        .forEach((id, row) -> {
          if (which.test(row)) {
            ids.add(id);
          }
        });
    return ids;
  }
}
