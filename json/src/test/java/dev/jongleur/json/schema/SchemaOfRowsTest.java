package dev.jongleur.json.schema;

import static dev.jongleur.definition.DecimalType.decimal;
import static dev.jongleur.definition.EnumType.enumeration;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.BINARY;
import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.DATEONLY;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.INTEGER;
import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.OBJECT;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.ScalarType.UUID;
import static dev.jongleur.definition.Validation.format;
import static dev.jongleur.definition.Validation.length;
import static dev.jongleur.definition.Validation.notIn;
import static dev.jongleur.definition.Validation.wholeNumber;
import static dev.jongleur.definition.ValidationOption.allowBlank;
import static dev.jongleur.definition.ValidationOption.allowNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.JongleurException;
import dev.jongleur.json.JsonReader;
import dev.jongleur.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of two tenants, of which each has customised the model in its own way, beside the schemas of
 * their models: what meets the schema is stored, what is stored meets the schema.
 */
class SchemaOfRowsTest {
  private static final ModelDefinition LINE =
      ModelDefinition.of(
          "Line",
          l ->
              l.injectId(false)
                  .strict(Strict.FILTER)
                  .property("sku", STRING, required())
                  .property("price", decimal(8, 2))
                  .property("sub", new ModelType("Line").list()));
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.strict(Strict.REFUSE)
                  .property("number", STRING, required())
                  .property("count", INTEGER)
                  .property("serial", LONG)
                  .property("weight", NUMBER)
                  .property("total", decimal(6, 2))
                  .property("paid", BOOLEAN)
                  .property("at", DATE)
                  .property("day", DATEONLY)
                  .property("token", UUID)
                  .property("bytes", BINARY)
                  .property("place", GEOPOINT)
                  .property("state", enumeration("new", "sent"))
                  .property("extra", OBJECT)
                  .property("any", ANY)
                  .property("tags", STRING.list())
                  .property("lines", new ModelType("Line").list())
                  .property("secret", STRING)
                  .hidden("secret")
                  .versioned("version")
                  .timestamps()
                  .validate("number", length(2, 5))
                  .validate("weight", wholeNumber(), allowBlank(), allowNull())
                  .validate("secret", format("^[a-z]+$"), allowBlank(), allowNull())
                  .validate("secret", notIn("root"), allowBlank(), allowNull()));

  private static final List<Object> VALUES =
      List.of(
          Nothing.NULL,
          "",
          "a",
          "ab",
          "abcdef",
          "root",
          "new",
          1,
          0.5,
          -3,
          4294967296L,
          123456,
          "12.50",
          "12.345",
          "99999999.99",
          "9223372036854775807",
          "92233720368547758080",
          true,
          "false",
          "2026-01-31",
          "2026-01-31T10:00:00.000Z",
          "2026-02-30",
          "nonsense",
          "123e4567-e89b-12d3-a456-426614174000",
          List.of(),
          List.of("x", "y"),
          List.of(1, 2),
          Map.of("lat", 1, "lng", 2),
          Map.of("lat", 100, "lng", 2),
          Map.of("a", Map.of("b", 1)),
          Map.of("type", "Buffer", "data", List.of(1, 255)),
          List.of(Map.of("sku", "A", "price", 1.5)),
          List.of(Map.of("price", 1)),
          List.of(Map.of("sku", "A", "sub", List.of(Map.of("sku", "B", "price", "0.10")))));

  /** The schemas of a tenant's orders. */
  private record Schemas(Model orders, Checked create, Checked read) {
    static Schemas of(Tenant tenant) {
      Model orders = tenant.model("Order");
      return new Schemas(
          orders,
          Checked.of(JsonSchema.of(orders, Purpose.CREATE)),
          Checked.of(JsonSchema.of(orders, Purpose.READ)));
    }
  }

  private static @Nullable Jongleur jongleur;
  private static List<Schemas> tenants = List.of();

  @BeforeContainer
  static void two_tenants_have_fields_of_their_own() {
    Jongleur opened =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(LINE, ORDER)))
            .build();
    opened.onboard("acme").customize("Order", o -> o.property("field", NUMBER, required()));
    opened.onboard("globex").customize("Order", o -> o.property("field", enumeration("ab", "a")));
    jongleur = opened;
    tenants = List.of(Schemas.of(opened.tenant("acme")), Schemas.of(opened.tenant("globex")));
  }

  @AfterContainer
  static void nothing_is_left() {
    tenants = List.of();
    Jongleur opened = Objects.requireNonNull(jongleur);
    opened.close();
    assertThat(opened.registry().stats().leases()).isZero();
  }

  @Property(tries = 1500)
  void what_meets_the_schema_is_stored_and_what_is_stored_meets_the_schema(
      @ForAll("orders") Map<String, Object> order) {
    for (Schemas tenant : tenants) {
      Map<String, @Nullable Object> body = read(JsonWriter.text(order));
      Optional<Entity> stored = stored(tenant.orders(), body);

      boolean isStoredOrNotMeant = stored.isPresent() || !tenant.create().takes(order);
      assertThat(isStoredOrNotMeant).as("refused, though it meets the schema: %s", body).isTrue();
      stored.ifPresent(row -> {
        Entity found = tenant.orders().findById(row.id()).orElseThrow();
        assertThat(tenant.read().errors(row)).isEmpty();
        assertThat(tenant.read().errors(found)).isEmpty();
      });
    }
  }

  private static Optional<Entity> stored(Model orders, Map<String, @Nullable Object> body) {
    try {
      return Optional.of(orders.create(body));
    } catch (JongleurException e) {
      assertThat(e.status()).isBetween(400, 422);
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> orders() {
    List<String> names =
        List.of(
            "count",
            "serial",
            "weight",
            "total",
            "paid",
            "at",
            "day",
            "token",
            "bytes",
            "place",
            "state",
            "extra",
            "any",
            "tags",
            "lines",
            "secret",
            "version",
            "createdAt",
            "unknown");
    Arbitrary<String> name = Arbitraries.of(names);
    Arbitrary<Object> value = Arbitraries.of(VALUES);
    Arbitrary<Map<String, Object>> some = Arbitraries.maps(name, value).ofMinSize(0).ofMaxSize(2);
    Arbitrary<Object> number =
        Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just("A-1")), Tuple.of(1, value));
    return Combinators.combine(some, number, value)
        .as((others, numbered, field) -> {
          var order = new LinkedHashMap<String, Object>(others);
          order.put("number", numbered);
          order.put("field", field);
          return order;
        });
  }

  private static Map<String, @Nullable Object> read(String json) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    ((Map<?, ?>) Objects.requireNonNull(JsonReader.BODY.read(json)))
        .forEach((name, value) -> body.put(String.valueOf(name), value));
    return body;
  }
}
