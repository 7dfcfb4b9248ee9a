package dev.jongleur.jdbc;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many at once who look first and then store: through two connectors, and out of reach. */
class TurnsTest {
  private static final int CALLERS = 16;
  private static final int ROUNDS = 20;

  private static final ModelDefinition USER =
      ModelDefinition.of(
          "User", user -> user.property("email", STRING, unique()).property("seen", NUMBER));
  private static final ModelDefinition BOOK =
      ModelDefinition.of(
          "Book", book -> book.property("isbn", STRING, id()).property("pages", NUMBER));

  @RegisterExtension final H2 h2 = new H2();

  @Test
  void all_connectors_to_the_same_tables_take_turns() throws Exception {
    ModelDefinition person = Models.person();
    List<JdbcConnector> connectors =
        List.of(h2.open(shared(40)), h2.open(shared(41)), h2.open(shared(40)));
    for (int round = 0; round < ROUNDS; round++) {
      String name = "n" + round;
      var _ =
          together(caller -> {
            Partition tenant = caller % 2 == 0 ? H2.ACME : H2.ZEN;
            Store store = connectors.get(caller % connectors.size()).store(tenant);
            return store.inTurn(
                person,
                () ->
                    store.count(person, Where.eq("name", name)) > 0
                        || H2.put(store, person, Map.of("name", name)).isStored());
          });
      for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
        Store store = connectors.getFirst().store(tenant);
        assertThat(store.count(person, Where.eq("name", name))).as("%s", tenant).isEqualTo(1);
      }
    }
  }

  private static Settings shared(int connections) {
    return Settings.of("jdbc:h2:mem:turns")
        .isolation(Isolation.SCHEMA_PER_TENANT)
        .connections(connections)
        .with("wait", 60_000);
  }

  /** Two registries know nothing of each other, as two processes. */
  @Test
  void a_writer_out_of_reach_is_kept_out_by_a_key_and_what_it_stored_is_found() throws Exception {
    try (Jongleur one = application();
        Jongleur other = application()) {
      for (int round = 0; round < ROUNDS; round++) {
        String name = "n" + round;
        List<Entity> users =
            together(caller -> user(caller < CALLERS / 2 ? one : other, tenant(caller), name));
        assertThat(users).extracting(user -> user.get("email")).containsOnly(name);
        var _ = together(caller -> book(caller % 4 < 2 ? one : other, tenant(caller), name));
      }
      for (String tenant : List.of("acme", "globex")) {
        assertThat(one.tenant(tenant).model("User").count()).isEqualTo(ROUNDS);
        assertThat(one.tenant(tenant).model("Book").find()).hasSize(ROUNDS);
      }
    }
  }

  private static String tenant(int caller) {
    return caller % 2 == 0 ? "acme" : "globex";
  }

  private static Entity user(Jongleur jongleur, String tenant, String email) {
    Model users = jongleur.tenant(tenant).model("User");
    return users.findOrCreate(where("email", email), Map.of("email", email), Options.NONE).entity();
  }

  private static Entity book(Jongleur jongleur, String tenant, String isbn) {
    return jongleur.tenant(tenant).model("Book").upsert(Map.of("isbn", isbn, "pages", 7));
  }

  private static Jongleur application() {
    Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", shared(40))
            .blueprint(Blueprint.of("main", List.of(USER, BOOK)))
            .build();
    var _ = jongleur.onboard("acme");
    var _ = jongleur.onboard("globex");
    return jongleur;
  }

  private static <T> List<T> together(IntFunction<T> work) throws Exception {
    var start = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        running.add(
            threads.submit(() -> {
              start.await();
              return work.apply(caller);
            }));
      }
      start.countDown();
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      results.add(one.get());
    }
    return results;
  }
}
