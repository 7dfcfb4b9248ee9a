package dev.jongleur.jdbc;

import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F-010: values of the program's own types, in memory with a log and in a database. */
class OwnTypesTest {
  private static final CustomType CODE =
      CustomType.of("Code", ScalarType.STRING, raw -> raw.toString().toLowerCase(Locale.ROOT));
  private static final CustomType PRICE =
      CustomType.of(
              "Price",
              DecimalType.decimal(9, 2),
              raw -> raw instanceof String text ? text.replace(" EUR", "") : raw)
          .shownAs(held -> held + " EUR");
  private static final ModelDefinition INNER =
      ModelDefinition.of("Inner", i -> i.injectId(false).property("code", CODE));
  private static final ModelDefinition ITEM =
      ModelDefinition.of(
          "Item",
          item ->
              item.property("code", CODE, PropertyOption.id())
                  .property("price", PRICE)
                  .property("codes", CODE.list())
                  .property("inner", new InlineType(INNER)));

  @TempDir Path directory;

  private Jongleur open(String connector) {
    return Jongleur.builder()
        .registerType(CODE)
        .registerType(PRICE)
        .dataSource("main", Settings.of(connector).with("directory", directory.toString()))
        .blueprint(Blueprint.of("main", List.of(ITEM)))
        .build();
  }

  private void eachTenant(String connector, BiConsumer<String, Model> work) {
    try (Jongleur jongleur = open(connector)) {
      for (String tenant : List.of("acme", "globex")) {
        work.accept(tenant, jongleur.onboard(tenant).model("Item"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void values_of_own_types_are_there_again_after_a_restart(String connector) {
    eachTenant(
        connector,
        (tenant, items) -> {
          var _ =
              items.create(
                  Map.of(
                      "code", tenant.toUpperCase(Locale.ROOT),
                      "price", "9.90 EUR",
                      "codes", List.of("A", "B"),
                      "inner", Map.of("code", "C")));
          var _ = items.create(Map.of("code", "OTHER", "price", 10));
        });
    eachTenant(
        connector,
        (tenant, items) -> {
          Entity found = items.findById(tenant.toUpperCase(Locale.ROOT)).orElseThrow();
          assertThat(found.toJson())
              .containsEntry("code", tenant)
              .containsEntry("price", "9.90 EUR")
              .containsEntry("codes", List.of("a", "b"))
              .containsEntry("inner", Map.of("code", "c"));
          assertThat(items.find(where("price").lt("10.00 EUR")))
              .extracting(item -> item.get("price"))
              .containsExactly(new BigDecimal("9.90"));
          assertThat(items.count(where("codes", "B"))).isEqualTo(1);
          assertThat(items.find(where("price").gt(0).order("price DESC")))
              .extracting(item -> item.get("code"))
              .containsExactly("other", tenant);
        });
  }
}
