package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.QueryException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-010: value types of the program's own. */
class CustomTypesTest {
  private static final CustomType EMAIL =
      CustomType.of(
              "Email",
              STRING,
              raw -> {
                String text = raw.toString().strip().toLowerCase(Locale.ROOT);
                if (!text.contains("@")) {
                  throw new IllegalArgumentException(text);
                }
                return text;
              })
          .alias("Mail");

  /** Held in cents, shown as text with a currency. */
  private static final CustomType MONEY =
      CustomType.of(
              "Money",
              ScalarType.LONG,
              raw ->
                  raw instanceof String text
                      ? new BigDecimal(text.replace(" EUR", "")).movePointRight(2).longValueExact()
                      : raw)
          .shownAs(held -> BigDecimal.valueOf((Long) held, 2) + " EUR");

  private static final PropertyType NAMED_EMAIL = new ModelType("email");

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private DataSource withTypes() {
    DataSource db = nothing.memory();
    db.registerType(EMAIL);
    db.registerType(MONEY);
    return db;
  }

  @Test
  void loose_input_is_read_by_the_type_under_any_of_its_names() {
    Model users =
        withTypes()
            .define(
                "User",
                u ->
                    u.property("email", EMAIL)
                        .property("second", NAMED_EMAIL)
                        .property("third", new ModelType("MAIL")));
    Entity user = users.create(Map.of("email", " Ada@X.org ", "second", "B@X", "third", "C@X"));
    assertThat(user.toMap())
        .containsEntry("email", "ada@x.org")
        .containsEntry("second", "b@x")
        .containsEntry("third", "c@x");
    assertThat(users.definition().property("third").orElseThrow().type()).isSameAs(EMAIL);
    assertThat(users.patch(user, "email", "NEW@x").get("email")).isEqualTo("new@x");
  }

  @Test
  void input_that_the_type_refuses_is_told_with_the_property_and_not_with_the_input() {
    Model users = withTypes().define("User", u -> u.property("email", EMAIL));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> users.create(Map.of("email", "secret")))
        .withMessageContaining("\"email\" of \"User\"")
        .withMessageContaining("Email")
        .withMessageNotContaining("secret")
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    assertThat(users.create(java.util.Collections.singletonMap("email", null)).get("email"))
        .isNull();
  }

  @Test
  void conditions_are_read_by_the_type_too() {
    Model users = withTypes().define("User", u -> u.property("email", EMAIL));
    users.createAll(List.of(Map.of("email", "a@x"), Map.of("email", "b@x")));
    assertThat(users.count(where("email", " A@X"))).isEqualTo(1);
    assertThat(users.count(where("email").inq(List.of("A@X", "B@X")))).isEqualTo(2);
    assertThat(users.find(where("email").gt("A@X").order("email DESC"))).hasSize(1);
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> users.count(where("email", "nobody")))
        .withMessageContaining("email");
  }

  @Test
  void a_value_is_held_in_the_stored_form_and_shown_in_its_own() {
    Model bills =
        withTypes()
            .define(
                "Bill",
                b ->
                    b.property("total", MONEY)
                        .property("parts", MONEY.list())
                        .property("empty", MONEY));
    Entity bill = bills.create(Map.of("total", "12.50 EUR", "parts", List.of("1.00 EUR", 250)));
    assertThat(bill.get("total")).isEqualTo(1250L);
    assertThat(bill.get("parts")).isEqualTo(List.of(100L, 250L));
    assertThat(bill.toJson())
        .containsEntry("total", "12.50 EUR")
        .containsEntry("parts", List.of("1.00 EUR", "2.50 EUR"))
        .doesNotContainKey("empty");
    assertThat(bills.make(bill.toJson()).get("total")).isEqualTo(1250L);
    assertThat(bills.count(where("total").gt("12.49"))).isEqualTo(1);
  }

  @Test
  void a_type_is_found_within_nested_values_and_in_what_a_mixin_brings() {
    DataSource db = withTypes();
    db.mixin("Contact", (to, _) -> to.model().property("contact", NAMED_EMAIL));
    ModelDefinition inner =
        ModelDefinition.of("Inner", i -> i.injectId(false).property("mail", NAMED_EMAIL));
    Model firms =
        db.define(
            "Firm",
            f ->
                f.mixin("Contact").property("boss", new dev.jongleur.definition.InlineType(inner)));
    Entity firm = firms.create(Map.of("contact", "A@X", "boss", Map.of("mail", "B@X")));
    assertThat(firm.get("contact")).isEqualTo("a@x");
    assertThat(firm.toJson()).containsEntry("boss", Map.of("mail", "b@x"));
  }

  @Test
  void a_default_is_read_by_the_type() {
    DataSource db = withTypes();
    Model users =
        db.define(
            "User", u -> u.property("email", NAMED_EMAIL, defaultTo("A@X")).property("x", NUMBER));
    assertThat(users.create(Map.of()).get("email")).isEqualTo("a@x");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> db.define("U", u -> u.property("e", NAMED_EMAIL, defaultTo("none"))))
        .withMessageContaining("properties.e.default");
  }

  @Test
  void a_type_belongs_to_its_owner() {
    DataSource plain = nothing.memory();
    DataSource other = nothing.memory();
    CustomType loud =
        CustomType.of("Email", STRING, raw -> raw.toString().toUpperCase(Locale.ROOT));
    other.registerType(loud);
    ModelDefinition user = ModelDefinition.of("User", u -> u.property("email", NAMED_EMAIL));
    Model mine = withTypes().define(user);
    Model theirs = other.define(user);
    assertThat(mine.create(Map.of("email", "A@x")).get("email")).isEqualTo("a@x");
    assertThat(theirs.create(Map.of("email", "A@x")).get("email")).isEqualTo("A@X");
    assertThat(mine.definition()).isNotEqualTo(theirs.definition());
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> plain.define("User", u -> u.property("email", EMAIL)))
        .withMessageContaining("\"Email\" is not registered");
  }

  @Test
  void what_is_registered_anew_is_had_by_models_that_are_defined_anew() {
    DataSource db = withTypes();
    Model users = db.define("User", u -> u.property("email", EMAIL));
    db.registerType(CustomType.of("Email", STRING, raw -> "changed"));
    assertThat(users.create(Map.of("email", "A@x")).get("email")).isEqualTo("a@x");
    db.defineProperty("User", "more", NUMBER);
    assertThat(users.create(Map.of("email", "A@x")).get("email")).isEqualTo("changed");
  }

  @Test
  void every_tenant_has_the_types_of_its_application() {
    Jongleur jongleur =
        nothing.closing(
            Jongleur.builder()
                .registerType(EMAIL)
                .registerType(MONEY)
                .dataSource("main", Settings.of("memory"))
                .blueprint(
                    Blueprint.of(
                        "main",
                        List.of(ModelDefinition.of("User", u -> u.property("email", NAMED_EMAIL)))))
                .build());
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    acme.customize("User", u -> u.property("debt", MONEY));
    Entity ada = acme.model("User").create(Map.of("email", "A@X", "debt", "1.00"));
    Entity bob = globex.model("User").create(Map.of("email", "B@X", "debt", "1.00"));
    assertThat(ada.toMap()).containsEntry("email", "a@x").containsEntry("debt", 100L);
    assertThat(bob.toMap()).containsEntry("email", "b@x").containsEntry("debt", "1.00");
  }

  @Test
  void a_name_that_is_taken_or_a_type_that_cannot_be_stored_is_refused() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> CustomType.of("number", STRING, raw -> raw));
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> EMAIL.alias("date"));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> CustomType.of("Tags", STRING.list(), raw -> raw));
    assertThat(CustomType.of("Price", DecimalType.decimal(9, 2), raw -> raw).stored())
        .isEqualTo(DecimalType.decimal(9, 2));
  }
}
