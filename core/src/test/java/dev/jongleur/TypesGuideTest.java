package dev.jongleur;

import static dev.jongleur.definition.DecimalType.decimal;
import static dev.jongleur.definition.EnumType.enumeration;
import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.DATEONLY;
import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.ScalarType.UUID;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.annotation.DefaultTo;
import dev.jongleur.annotation.Length;
import dev.jongleur.annotation.Precision;
import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.entity.Entity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in the guide to definitions: they run, and they are those printed there. */
class TypesGuideTest {

  // begin builder
  static ModelDefinition invoice() {
    return ModelDefinition.of(
        "Invoice",
        i ->
            i.property("id", UUID, id())
                .property("customer", STRING, required())
                .property("serial", LONG)
                .property("total", decimal(12, 2))
                .property("due", DATEONLY)
                .property("status", enumeration("new", "paid")));
  }

  // end builder

  // begin record
  enum Status {
    NEW,
    PAID
  }

  record Line(String sku, int quantity, @Precision(value = 12, scale = 2) BigDecimal price) {}

  record Bill(
      @Nullable UUID id,
      @Length(max = 40) String customer,
      @DefaultTo("NEW") @Nullable Status status,
      LocalDate due,
      List<Line> lines) {}

  static Bill stored(DataSource db) {
    Model bills = db.define(Bill.class);
    var lines = List.of(new Line("A-1", 2, new BigDecimal("9.90")));
    return bills
        .create(new Bill(null, "Ada", null, LocalDate.of(2026, 1, 31), lines))
        .as(Bill.class);
  }

  // end record

  // begin own
  static final CustomType MONEY =
      CustomType.of("Money", LONG, TypesGuideTest::cents) // read: 12.5 or "12.50 EUR"; held: 1250
          .alias("Amount")
          .shownAs(held -> BigDecimal.valueOf((Long) held, 2) + " EUR");

  /** Of input, and of what is held or shown already. */
  static Object cents(Object loose) {
    return loose instanceof String text
        ? new BigDecimal(text.replace(" EUR", "")).movePointRight(2).longValueExact()
        : loose;
  }

  static List<Object> bill(DataSource db) {
    db.registerType(MONEY); // before the models that name it
    Model bills = db.define("Bill", b -> b.property("total", new ModelType("Money")));
    Entity bill = bills.create(Map.of("total", "12.50 EUR"));
    long dear = bills.count(where("total").gt("12.00 EUR"));
    return List.of(bill.get("total"), bill.toJson().get("total"), dear);
  }

  // end own

  @Test
  void the_programs_run() {
    assertThat(invoice().idName()).contains("id");
    try (var db = DataSource.open("memory")) {
      Bill bill = stored(db);
      assertThat(bill.status()).isEqualTo(Status.NEW);
      assertThat(bill.lines().getFirst().price()).isEqualTo(new BigDecimal("9.90"));
      assertThat(bill.id()).isNotNull();
      assertThat(bill(db)).containsExactly(1250L, "12.50 EUR", 1L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"builder", "record", "own"})
  void a_program_in_the_guide_is_the_one_here(String program) throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/TypesGuideTest.java"));
    String begin = "// begin " + program + "\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end " + program, from));
    assertThat(Files.readString(Path.of("../docs/types.md"))).contains(text.stripIndent().strip());
  }
}
