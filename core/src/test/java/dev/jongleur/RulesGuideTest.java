package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.Validation.custom;
import static dev.jongleur.definition.Validation.format;
import static dev.jongleur.definition.Validation.in;
import static dev.jongleur.definition.Validation.length;
import static dev.jongleur.definition.Validation.presence;
import static dev.jongleur.definition.ValidationOption.allowBlank;
import static dev.jongleur.definition.ValidationOption.message;
import static dev.jongleur.definition.ValidationOption.messages;
import static dev.jongleur.definition.ValidationOption.unless;
import static dev.jongleur.observer.Hook.ACCESS;
import static dev.jongleur.observer.Hook.AFTER_SAVE;
import static dev.jongleur.observer.Hook.BEFORE_SAVE;
import static dev.jongleur.observer.Operation.FIND;
import static dev.jongleur.observer.TransactionHook.AFTER_COMMIT;
import static dev.jongleur.observer.TransactionHook.BEFORE_COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.query.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs in the guides to validation and to observers: they run, and are printed there. */
class RulesGuideTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  // begin validation
  static final ModelDefinition CUSTOMER =
      ModelDefinition.of(
          "Customer",
          c ->
              c.property("name", STRING, required())
                  .property("email", STRING)
                  .property("age", NUMBER)
                  .validate("name", length(2, 40), messages(Map.of("min", "is hardly a name")))
                  .validate(
                      "email", format("^[^@ ]+@[^@ ]+$"), message("is no address"), allowBlank())
                  .validate(List.of("street", "city"), presence(), unless("guest"))
                  .validate("kind", in("person", "company"), allowBlank())
                  .validate(
                      "email",
                      custom(
                          "at most two",
                          customer -> { // may take its time; asks the caller's own tenant
                            if (customer.value() != null
                                && customer.count(Map.of("email", customer.value())) >= 2) {
                              customer.invalid("crowded"); // code custom.crowded
                            }
                          })));

  // end validation

  @Test
  void the_rules_are_told() {
    Jongleur jongleur = nothing.application(CUSTOMER);
    Model customers = jongleur.onboard("acme").model("Customer");
    // begin errors
    ValidationErrors errors =
        customers.validate(
            customers.make(Map.of("name", "A", "email", "ada", "guest", true)),
            Options.of("locale", "de"));
    errors.codes(); // {name=[length.min], email=[format]}
    errors.messages(); // {name=[is hardly a name], email=[is no address]}
    errors.sentence(); // `name` is hardly a name (value: "A"); `email` is no address (value: "ada")
    // end errors
    assertThat(errors.codes())
        .isEqualTo(Map.of("name", List.of("length.min"), "email", List.of("format")));
    assertThat(errors.messages())
        .isEqualTo(Map.of("name", List.of("is hardly a name"), "email", List.of("is no address")));
    assertThat(errors.sentence())
        .isEqualTo(
            "`name` is hardly a name (value: \"A\"); `email` is no address (value: \"ada\")");
    Map<String, Object> ada = Map.of("name", "Ada", "email", "a@b", "guest", true);
    var _ = customers.create(ada);
    var _ = customers.create(ada);
    assertThat(customers.validate(customers.make(ada)).codes())
        .isEqualTo(Map.of("email", List.of("custom.crowded")));
    Model ofGlobex = jongleur.onboard("globex").model("Customer");
    assertThat(ofGlobex.isValid(ofGlobex.make(ada))).isTrue();
  }

  static List<String> observing(Jongleur jongleur) {
    var log = new ArrayList<String>();
    // begin observers
    Model orders = jongleur.tenant("acme").model("Order");
    var stamp =
        orders.observe(BEFORE_SAVE, save -> save.set("by", save.options().values().get("user")));
    var narrow = orders.observe(ACCESS, access -> access.query(access.query().and("open", true)));

    var audit = // of all tenants, those to come too; the rows as they were before, since it asks
        jongleur.observe(
            "Order",
            AFTER_SAVE.withPrevious(),
            saved ->
                saved
                    .previous()
                    .forEach(
                        row -> log.add(saved.tenant().orElse("") + " had " + row.get("total"))));

    var timing = // around the whole operation, its hooks and its failure
        orders.observeAround(
            FIND,
            operation -> {
              long start = System.nanoTime();
              try {
                return operation.proceed();
              } finally {
                log.add(operation.operation() + (System.nanoTime() > start ? " took time" : ""));
              }
            });
    // end observers
    var made = orders.create(Map.of("total", 1, "open", true), Options.of("user", "ada"));
    var _ = orders.patch(made, Map.of("total", 2));
    log.add(orders.find().size() + " by " + made.get("by"));
    List.of(stamp, narrow, audit, timing).forEach(stay -> stay.close());
    return log;
  }

  @Test
  void the_observers_are_called() {
    Jongleur jongleur = nothing.application(ModelDefinition.of("Order", _ -> {}));
    var _ = jongleur.onboard("globex").model("Order").create(Map.of("total", 9, "open", true));
    var _ = jongleur.onboard("acme");
    assertThat(observing(jongleur)).containsExactly("acme had 1", "find took time", "1 by ada");
  }

  static List<String> telling(Tenant acme) {
    var log = new ArrayList<String>();
    // begin transactions
    Model orders = acme.model("Order");
    acme.transaction(tx -> {
      var _ = tx.observe(AFTER_COMMIT, _ -> log.add("tell the warehouse"));
      var _ =
          tx.observe(
              BEFORE_COMMIT,
              before -> orders.create(Map.of("note", "by " + before.id()), tx.options()));
      return orders.create(Map.of("total", 1));
    });
    // end transactions
    log.add(orders.count() + " orders");
    return log;
  }

  @Test
  void a_transaction_tells_of_its_end() {
    Jongleur jongleur = nothing.application(ModelDefinition.of("Order", _ -> {}));
    Model ofGlobex = jongleur.onboard("globex").model("Order");
    assertThat(telling(jongleur.onboard("acme"))).containsExactly("tell the warehouse", "2 orders");
    assertThat(ofGlobex.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "validation, validation",
    "validation, errors",
    "observers, observers",
    "observers, transactions"
  })
  void a_program_in_a_guide_is_the_one_here(String page, String program) throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/RulesGuideTest.java"));
    String begin = "// begin " + program + "\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end " + program, from));
    assertThat(Files.readString(Path.of("../docs/" + page + ".md")))
        .contains(text.stripIndent().strip());
  }
}
