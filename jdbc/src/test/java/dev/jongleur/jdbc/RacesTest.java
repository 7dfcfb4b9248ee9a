package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DataException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RacesTest {
  private static final ModelDefinition PERSON = Models.person();

  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void ids_that_are_generated_and_brought_at_once_are_all_different() throws Exception {
    JdbcConnector connector = h2.open(Settings.of("h2").with("wait", 60_000));
    var ids = new ConcurrentLinkedQueue<Object>();
    inThreads(
        8,
        thread -> {
          Store store = connector.store(thread % 2 == 0 ? H2.ACME : H2.ZEN);
          for (int i = 0; i < 40; i++) {
            Map<String, Object> data =
                thread > 5 ? Map.of("id", thread + (i + 1) * 1000) : Map.of();
            ids.add((thread % 2) + ":" + H2.put(store, PERSON, data).id());
          }
          return true;
        });
    assertThat(new HashSet<>(ids)).hasSize(8 * 40);
  }

  @Test
  void a_matched_update_and_a_delete_at_once_leave_a_whole_state() throws Exception {
    Store store = h2.open(Settings.of("h2").with("wait", 60_000)).store(H2.ACME);
    store.insertAll(PERSON, IntStream.range(0, 200).mapToObj(i -> named("n" + i)).toList());
    List<Long> counts =
        inThreads(
            6,
            thread -> {
              Where where = Filter.where("name").regexp("^n" + thread).where();
              return thread < 3
                  ? store.delete(PERSON, where)
                  : store.update(PERSON, where, Map.of("age", 1));
            });
    assertThat(counts).containsExactly(1L, 111L, 11L, 11L, 11L, 11L);
    assertThat(store.count(PERSON, Where.eq("age", 1L))).isEqualTo(33);
  }

  @RepeatedTest(40)
  void tenants_make_and_widen_the_same_table_at_once() throws Exception {
    JdbcConnector connector = h2.open(Settings.of("h2").with("wait", 60_000));
    inThreads(
        8,
        thread -> {
          Store store = connector.store(thread % 2 == 0 ? H2.ACME : H2.ZEN);
          ModelDefinition model = Models.with(PERSON, Property.of("p" + thread, ScalarType.TEXT));
          return H2.put(store, model, Map.of("p" + thread, "x"));
        });
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      assertThat(connector.store(tenant).count(PERSON, Where.all())).isEqualTo(4);
    }
  }

  @RepeatedTest(10)
  void two_data_sources_on_one_directory_lose_no_row_to_each_others_widening() throws Exception {
    Settings settings = Settings.of("h2").with("directory", temp.toString());
    List<JdbcConnector> two =
        List.of(h2.open(settings.with("wait", 60_000)), h2.open(settings.with("wait", 60_001)));
    inThreads(
        8,
        thread -> {
          Store store = two.get(thread % 2).store(thread < 4 ? H2.ACME : H2.ZEN);
          ModelDefinition model = Models.with(PERSON, Property.of("p" + thread, ScalarType.TEXT));
          store.prepareAll(List.of(model));
          return H2.put(store, model, Map.of("p" + thread, "x"));
        });
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      assertThat(two.getFirst().store(tenant).count(PERSON, Where.all())).isEqualTo(4);
    }
  }

  @RepeatedTest(10)
  void stores_of_one_tenant_make_an_indexed_table_at_once() throws Exception {
    JdbcConnector connector = h2.open(Settings.of("h2").with("wait", 60_000));
    ModelDefinition tagged =
        Models.with(PERSON, Property.of("tag", ScalarType.STRING).with("index", true));
    inThreads(
        8,
        thread -> {
          Partition tenant = thread % 2 == 0 ? H2.ACME : H2.ZEN;
          return H2.put(connector.store(tenant), tagged, Map.of("tag", "t" + thread));
        });
    assertThat(connector.store(H2.ACME).count(tagged, Where.eq("tag", "t0"))).isEqualTo(1);
    assertThat(connector.store(H2.ZEN).count(tagged, Where.all())).isEqualTo(4);
  }

  @Test
  void a_failing_row_leaves_none_of_its_list() {
    Store store = h2.inMemory().store(H2.ACME);
    Entity bad = Entity.of(PERSON, new Object[] {null, "x", "no number"}, Map.of(), false);
    assertThatThrownBy(() -> store.insertAll(PERSON, List.of(named("a"), bad)))
        .isInstanceOf(DataException.class)
        .hasMessage("\"age\" of \"Person\" cannot keep a value of this kind.");
    assertThat(store.count(PERSON, Where.all())).isZero();
  }

  @Test
  void many_rows_are_stored_and_changed_in_batches() {
    Store store = h2.inMemory().store(H2.ACME);
    List<Entity> stored =
        store.insertAll(PERSON, IntStream.range(0, 1203).mapToObj(i -> named("n" + i)).toList());
    assertThat(stored).map(Entity::id).startsWith(1L, 2L).endsWith(1203L);
    assertThat(stored.get(700).get("name")).isEqualTo("n700");
    Where even = Filter.where("name").regexp("[02468]$").where();
    assertThat(store.update(PERSON, even, Map.of("age", 2))).isEqualTo(602);
    assertThat(store.delete(PERSON, Filter.where("age", 2L).and("name").regexp("n").where()))
        .isEqualTo(602);
    assertThat(store.count(PERSON, Where.all())).isEqualTo(601);
  }

  @Test
  void a_closed_store_refuses_and_the_data_stays() {
    JdbcConnector connector = h2.inMemory();
    Store store = connector.store(H2.ACME);
    H2.put(store, PERSON, Map.of());
    store.close();
    store.close();
    assertThatThrownBy(() -> store.count(PERSON, Where.all())).isInstanceOf(ClosedException.class);
    assertThat(connector.store(H2.ACME).count(PERSON, Where.all())).isEqualTo(1);
  }

  @Test
  void no_trace_file_with_values_is_left_behind() throws Exception {
    Store store = h2.open(Settings.of("h2").with("directory", temp.toString())).store(H2.ACME);
    H2.put(store, PERSON, Map.of("id", 1));
    assertThatThrownBy(() -> H2.put(store, PERSON, Map.of("id", 1))).hasNoCause();
    try (var files = Files.list(temp)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("acme.mv.db");
    }
  }

  private static Entity named(String name) {
    return H2.row(PERSON, Map.of("name", name));
  }

  private static <T> List<T> inThreads(int threads, IntFunction<T> work) throws Exception {
    List<Future<T>> running = new ArrayList<>();
    List<T> results = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        running.add(executor.submit(() -> work.apply(number)));
      }
      for (Future<T> one : running) {
        results.add(one.get());
      }
    }
    return results;
  }
}
