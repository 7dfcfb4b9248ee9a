package dev.jongleur.memory.log.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class ValueCodecTest {
  private static byte[] written(@Nullable Object value) {
    var sink = new Sink();
    new ValueWriter(sink).value(value);
    return Arrays.copyOf(sink.bytes(), sink.size());
  }

  private static @Nullable Object read(byte[] bytes) {
    return new ValueReader(new Source(bytes)).value();
  }

  @Property(tries = 5_000)
  void a_value_is_read_as_what_it_was_to_the_last_bit(@ForAll long seed) {
    Object value = AnyValue.of(new Random(seed));
    byte[] bytes = written(value);
    Object back = read(bytes);
    assertThat(back).isEqualTo(value);
    assertThat(written(back)).isEqualTo(bytes);
    if (value != null
        && back != null
        && !(value instanceof Iterable || value instanceof java.util.Map)) {
      assertThat(back).isInstanceOf(value.getClass());
    }
  }

  @Property(tries = 5_000)
  void whatever_the_bytes_reading_them_ends_with_a_value_or_says_that_they_are_damaged(
      @ForAll byte[] bytes) {
    try {
      var _ = read(bytes);
    } catch (DamagedException e) {
      assertThat(e).hasMessageMatching("\\S.*");
    }
  }

  @Example
  void absent_and_null_are_not_the_same_in_a_slot() {
    var sink = new Sink();
    var out = new ValueWriter(sink);
    out.slot(null);
    out.slot(Nothing.NULL);
    var in = new ValueReader(new Source(sink.bytes(), 0, sink.size()));
    assertThat(in.slot()).isNull();
    assertThat(in.slot()).isSameAs(Nothing.NULL);
  }

  @Example
  void a_number_of_many_bits_is_kept_as_it_was() {
    double odd = Double.longBitsToDouble(0x7ff8000000000001L);
    var back = (Double) Objects.requireNonNull(read(written(odd)));
    assertThat(Double.doubleToRawLongBits(back)).isEqualTo(Double.doubleToRawLongBits(odd));
  }

  @Example
  void what_no_property_holds_is_refused() {
    assertThatThrownBy(() -> written(new Object()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Object");
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    List<Object> tooDeep = deep;
    assertThatThrownBy(() -> written(tooDeep)).isInstanceOf(DataException.class);
    byte[] endless = new byte[8_000];
    for (int i = 0; i < endless.length; i += 2) {
      endless[i] = Tag.LIST;
      endless[i + 1] = 1;
    }
    assertThatThrownBy(() -> read(endless)).isInstanceOf(DamagedException.class);
  }
}
