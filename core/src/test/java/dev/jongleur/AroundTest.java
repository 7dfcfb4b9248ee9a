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
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.Subscription;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    var _ = globex.count(dev.jongleur.query.Filter.all(), Options.of("who", "me"));
    assertThat(calls).containsExactly("acme{}", "own", "globex{who=me}");
  }
}
