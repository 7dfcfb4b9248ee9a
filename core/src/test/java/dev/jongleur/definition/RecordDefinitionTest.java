package dev.jongleur.definition;

import static dev.jongleur.definition.EnumType.enumeration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jongleur.annotation.DefaultFn;
import dev.jongleur.annotation.DefaultTo;
import dev.jongleur.annotation.Generated;
import dev.jongleur.annotation.Hidden;
import dev.jongleur.annotation.Id;
import dev.jongleur.annotation.Indexed;
import dev.jongleur.annotation.Length;
import dev.jongleur.annotation.Precision;
import dev.jongleur.annotation.Required;
import dev.jongleur.annotation.Type;
import dev.jongleur.annotation.Unique;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.error.DefinitionException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordDefinitionTest {
  enum Status {
    NEW,
    PAID
  }

  record Address(String zip, Optional<String> street) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Everything(
      UUID id,
      String text,
      int count,
      Integer maybe,
      long serial,
      double weight,
      BigDecimal any,
      @Precision(value = 12, scale = 2) BigDecimal total,
      boolean open,
      Instant at,
      LocalDate day,
      byte[] bytes,
      Binary more,
      GeoPoint place,
      Status status,
      List<String> tags,
      Set<Address> others,
      List<?> things,
      Map<String, Object> map,
      Object whatever,
      Address address,
      Optional<Long> rank,
      @Type("text") String story,
      @Type("Customer") Object customer) {}

  @Test
  void types_say_what_they_can() {
    ModelDefinition model = ModelDefinition.of(Everything.class);
    var address =
        new InlineType(
            ModelDefinition.of(
                "Address",
                a ->
                    a.injectId(false)
                        .property("zip", ScalarType.STRING)
                        .property("street", ScalarType.STRING)));
    assertThat(model)
        .isEqualTo(
            ModelDefinition.of(
                "Everything",
                e ->
                    e.property("id", ScalarType.UUID, PropertyOption.id())
                        .property("text", ScalarType.STRING)
                        .property("count", ScalarType.INTEGER, PropertyOption.required())
                        .property("maybe", ScalarType.INTEGER)
                        .property("serial", ScalarType.LONG, PropertyOption.required())
                        .property("weight", ScalarType.NUMBER, PropertyOption.required())
                        .property("any", DecimalType.DECIMAL)
                        .property("total", DecimalType.decimal(12, 2))
                        .property("open", ScalarType.BOOLEAN, PropertyOption.required())
                        .property("at", ScalarType.DATE)
                        .property("day", ScalarType.DATEONLY)
                        .property("bytes", ScalarType.BINARY)
                        .property("more", ScalarType.BINARY)
                        .property("place", ScalarType.GEOPOINT)
                        .property("status", enumeration(Status.class))
                        .property("tags", ScalarType.STRING.list())
                        .property("others", address.list())
                        .property("things", ScalarType.ANY.list())
                        .property("map", ScalarType.OBJECT)
                        .property("whatever", ScalarType.ANY)
                        .property("address", address)
                        .property("rank", ScalarType.LONG)
                        .property("story", ScalarType.TEXT)
                        .property("customer", new ModelType("Customer"))));
  }

  record Line(
      @Id(2) int number,
      @Id(1) @Generated String order,
      @Required @Length(min = 2, max = 20) String name,
      @DefaultTo("1") int quantity,
      @DefaultFn("now") Instant created,
      @Indexed String sku,
      @Unique @Hidden String secret) {}

  @Test
  void annotations_say_the_rest() {
    ModelDefinition line = ModelDefinition.of(Line.class);
    assertThat(line.idName()).contains("order");
    assertThat(line.property("order").orElseThrow().generated()).isTrue();
    assertThat(line.property("number").orElseThrow().required()).isFalse();
    assertThat(line.property("name").orElseThrow().attributes()).containsEntry("length", 20);
    assertThat(line.validations()).hasSize(1);
    assertThat(line.property("quantity").orElseThrow().initial())
        .isEqualTo(new Default.Literal("1"));
    assertThat(line.property("created").orElseThrow().initial())
        .isEqualTo(new Default.Made(Default.By.NOW));
    assertThat(line.property("sku").orElseThrow().isIndexed()).isTrue();
    assertThat(line.property("secret").orElseThrow().isUnique()).isTrue();
    assertThat(line.settings().hidden()).containsExactly("secret");
  }

  record Node(String name, Node next) {}

  record Inner(Duration time, Node node) {}

  record Bad(
      @Id(0) String id,
      Inner inner,
      List<Thread> threads,
      @Precision(2) String text,
      @Precision(value = 2, scale = 3) BigDecimal number,
      @DefaultTo("x") int count,
      @DefaultFn("uuid") int random,
      @DefaultFn("?") String odd,
      @Length(min = 3, max = 2) String name) {}

  @Test
  void everything_that_is_wrong_is_told_at_once_with_the_path_to_it() {
    var told = catchThrowableOfType(DefinitionException.class, () -> ModelDefinition.of(Bad.class));
    assertThat(told.errors())
        .containsExactlyInAnyOrder(
            "properties.id.id: the places in a key count from 1",
            "properties.inner.time.type: there is no type for a Duration",
            "properties.inner.node.next.type: a Node cannot be made of itself",
            "properties.threads.type: there is no type for a Thread",
            "properties.text.precision: only a decimal has one",
            "properties.number.precision: A decimal has a precision of 1 to 1000 digits and a scale"
                + " within it.",
            "properties.count.default: it is no integer",
            "properties.random.defaultFn: what it makes is no integer",
            "properties.odd.defaultFn: there are guid, uuid, uuidv4, now, nanoid and shortid",
            "properties.name.length: there is no such length");
    assertThat(told).hasMessageStartingWith("The definition of \"Bad\" cannot be used: ");
  }
}
