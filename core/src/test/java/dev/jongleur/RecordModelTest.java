package dev.jongleur;

import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.annotation.DefaultTo;
import dev.jongleur.annotation.Precision;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A record as a model, and its values as rows. */
class RecordModelTest {
  enum Status {
    NEW,
    PAID
  }

  record Line(String sku, int quantity, @Precision(value = 8, scale = 2) BigDecimal price) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Order(
      @Nullable Long id,
      UUID token,
      @DefaultTo("NEW") @Nullable Status status,
      LocalDate day,
      Instant at,
      GeoPoint place,
      List<Line> lines,
      Set<Status> history,
      Map<String, Object> more,
      Optional<String> note,
      byte[] data) {}

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static Order order(@Nullable Long id, @Nullable Status status) {
    return new Order(
        id,
        UUID.fromString("123e4567-e89b-42d3-a456-556642440000"),
        status,
        LocalDate.of(2024, 2, 29),
        Instant.EPOCH,
        new GeoPoint(1, 2),
        List.of(new Line("A", 2, new BigDecimal("9.90"))),
        Set.of(Status.NEW),
        Map.of("x", 1L),
        Optional.of("soon"),
        new byte[] {1, 2});
  }

  @Test
  void a_record_is_stored_and_read_back_as_it_was() {
    Jongleur jongleur = nothing.application(ModelDefinition.of(Order.class));
    jongleur.onboard("other").model("Order").create(order(7L, Status.PAID));
    Model orders = jongleur.onboard("acme").model("Order");
    Entity stored = orders.create(order(null, null));
    assertThat(orders.find(where("status").eq("NEW")))
        .singleElement()
        .satisfies(found ->
            assertThat(found.as(Order.class))
                .usingRecursiveComparison()
                .isEqualTo(order((Long) stored.id(), Status.NEW)));
    assertThat(orders.count(where("lines.price").eq(new BigDecimal("9.9")))).isEqualTo(1);
    assertThat(orders.make(order(5L, Status.PAID)).isStored()).isFalse();
  }

  @Test
  void a_data_source_defines_a_record() {
    try (var db = DataSource.open("memory")) {
      Model lines = db.define(Line.class);
      assertThat(lines.name()).isEqualTo("Line");
      lines.create(new Line("A", 1, BigDecimal.ONE));
      assertThat(lines.find())
          .map(line -> line.as(Line.class).price())
          .containsExactly(new BigDecimal("1.00"));
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> lines.create(new Line("A", 1, new BigDecimal("1.001"))))
          .withMessageContaining("\"price\" of \"Line\"");
    }
  }
}
