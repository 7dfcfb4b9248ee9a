package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.observer.Operation.COUNT;
import static dev.jongleur.observer.Operation.CREATE;
import static dev.jongleur.observer.Operation.FIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.Operation;
import dev.jongleur.observer.Subscription;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-350: code around whole operations. */
class AroundTest {
  private static final ModelDefinition USER =
      ModelDefinition.of(
          "User",
          u -> u.property("name", STRING, PropertyOption.required()).property("age", NUMBER));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final List<String> calls = new ArrayList<>();

  private Model users() {
    return nothing.acme(USER).model("User");
  }

  @Test
  void it_wraps_the_operation_and_its_hooks() {
    Model users = users();
    var _ = users.observe(Hook.BEFORE_SAVE, _ -> calls.add("before save"));
    var _ =
        users.observeAround(
            CREATE,
            operation -> {
              calls.add(operation.operation() + " " + operation.model());
              var made = operation.proceed();
              calls.add("made " + made.get("name"));
              return made;
            });
    var _ = users.create(Map.of("name", "Ada"));
    assertThat(calls).containsExactly("create User", "before save", "made Ada");
  }

  @Test
  void what_was_there_first_is_outside() {
    Model users = users();
    Subscription outer = users.observeAround(COUNT, operation -> 10 * operation.proceed());
    var _ = users.observeAround(COUNT, operation -> 1 + operation.proceed());
    assertThat(users.count()).isEqualTo(10);
    outer.close();
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void it_sees_the_failure_and_may_return_something_else() {
    Model users = users();
    var _ =
        users.observeAround(
            CREATE,
            operation -> {
              try {
                return operation.proceed();
              } catch (ValidationException e) {
                calls.add("failed: " + e.codes());
                throw e;
              }
            });
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> users.create(Map.of()));
    assertThat(calls).containsExactly("failed: {name=[presence]}");
    var _ = users.observeAround(FIND, _ -> List.of());
    var _ = users.create(Map.of("name", "Ada"));
    assertThat(users.find()).isEmpty();
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void it_may_go_on_again_after_a_failure() {
    Model users = users();
    var failures = new ArrayList<>(List.of("first", "second"));
    var _ =
        users.observe(
            Hook.BEFORE_SAVE,
            save -> {
              calls.add("state " + save.state().size());
              save.state().put("tried", true);
              if (!failures.isEmpty()) {
                throw new IllegalStateException(failures.removeFirst());
              }
            });
    var _ =
        users.observeAround(
            CREATE,
            operation -> {
              while (true) {
                try {
                  return operation.proceed();
                } catch (IllegalStateException e) {
                  calls.add(e.getMessage());
                }
              }
            });
    assertThat(users.create(Map.of("name", "Ada")).get("name")).isEqualTo("Ada");
    assertThat(calls).containsExactly("state 0", "first", "state 0", "second", "state 0");
  }

  private <T> void noted(Model users, Operation<T> operation) {
    var _ =
        users.observeAround(
            operation,
            proceeding -> {
              calls.add(proceeding.operation() + " " + proceeding.model());
              return proceeding.proceed();
            });
  }

  @Test
  void every_operation_that_reads_has_a_place_for_it() {
    Model users = users();
    var _ = users.create(Map.of("name", "Ada", "age", 36));
    List.of(Operation.PAGE, Operation.EXPLAIN, Operation.AGGREGATE, Operation.DISTINCT)
        .forEach(operation -> noted(users, operation));
    List.of(Operation.INCLUDE, Operation.VALIDATE).forEach(operation -> noted(users, operation));
    assertThat(users.page(Filter.all().limit(5)).rows()).hasSize(1);
    assertThat(users.explain(Filter.all()).returned()).isEqualTo(1);
    assertThat(users.aggregate(Aggregate.all().count("n"))).containsExactly(Map.of("n", 1L));
    assertThat(users.distinct("age")).containsExactly(36L);
    assertThat(users.include(users.find())).hasSize(1);
    assertThat(users.isValid(users.make(Map.of()))).isFalse();
    assertThat(calls)
        .containsExactly(
            "page User",
            "explain User",
            "aggregate User",
            "distinct User",
            "include User",
            "isValid User");
  }

  @Test
  void the_answer_of_what_reads_may_be_another() {
    Model users = users();
    var _ = users.create(Map.of("name", "Ada", "age", 36));
    var _ =
        users.observeAround(
            Operation.PAGE, page -> new Page(page.proceed().rows(), Optional.of("further")));
    var _ = users.observeAround(Operation.DISTINCT, _ -> List.of("none of your business"));
    assertThat(users.page(Filter.all().limit(1)).next()).contains("further");
    assertThat(users.distinct("age")).containsExactly("none of your business");
  }

  @Test
  void a_stream_is_wrapped_as_it_is_opened_and_may_be_another() {
    Model users = users();
    var _ = users.createAll(List.of(Map.of("name", "Ada"), Map.of("name", "Bob")));
    noted(users, Operation.STREAM);
    var _ =
        users.observeAround(
            Operation.STREAM,
            stream ->
                stream
                    .proceed()
                    .filter(row -> "Ada".equals(row.get("name")))
                    .onClose(() -> {
                      calls.add("closed");
                    }));
    try (Stream<Entity> rows = users.stream(Filter.all())) {
      assertThat(calls).containsExactly("stream User");
      assertThat(rows.map(row -> row.get("name"))).containsExactly("Ada");
    }
    assertThat(calls).containsExactly("stream User", "closed");
  }

  @Test
  void a_stream_that_is_opened_twice_is_two() {
    Model users = users();
    var _ = users.create(Map.of("name", "Ada"));
    var _ =
        users.observeAround(
            Operation.STREAM,
            stream -> {
              try (Stream<Entity> first = stream.proceed()) {
                calls.add(first.count() + " rows");
              }
              return stream.proceed();
            });
    try (Stream<Entity> rows = users.stream(Filter.all())) {
      assertThat(rows).hasSize(1);
    }
    assertThat(calls).containsExactly("1 rows");
  }

  @Test
  void for_all_tenants_it_is_there_once_and_knows_whose_call_it_is() {
    Jongleur jongleur = nothing.application(USER);
    Model acme = jongleur.onboard("acme").model("User");
    Model globex = jongleur.onboard("globex").model("User");
    var _ =
        acme.observeAround(
            COUNT,
            operation -> {
              calls.add("own");
              return operation.proceed();
            });
    var _ =
        jongleur.observeAround(
            "User",
            COUNT,
            operation -> {
              calls.add(operation.tenant().orElseThrow() + operation.options().values());
              return operation.proceed();
            });
    var _ = acme.count();
    var _ = globex.count(Filter.all(), Options.of("who", "me"));
    assertThat(calls).containsExactly("acme{}", "own", "globex{who=me}");
  }
}
