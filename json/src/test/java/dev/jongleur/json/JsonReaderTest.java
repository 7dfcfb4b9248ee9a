package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.error.DataException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

  @Test
  void json_becomes_plain_values() {
    assertThat(read("{\"a\":[1,2.5,\"x\",true,null],\"b\":{}}"))
        .isEqualTo(Map.of("a", Arrays.asList(1L, 2.5, "x", true, null), "b", Map.of()));
  }

  @Test
  void an_error_tells_line_and_column() {
    assertThatThrownBy(() -> read("{\n  \"a\": 1,\n  b: 2\n}"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("The body is not JSON (line 3, column ");
  }

  @Test
  void a_key_given_twice_is_refused() {
    assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the key \"a\" is given twice");
  }

  @Test
  void more_behind_the_value_is_refused() {
    assertThatThrownBy(() -> read("{} {}")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> read("[1,]")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> read("[1")).isInstanceOf(DataException.class);
  }

  @Test
  void nesting_is_limited() {
    assertThat(read("[".repeat(100) + "]".repeat(100))).isInstanceOf(List.class);
    assertThatThrownBy(() -> read("[".repeat(101) + "]".repeat(101)))
        .isInstanceOf(DataException.class);
  }

  @Test
  void size_is_limited_and_the_rest_is_not_read() {
    var endless = new Endless();
    JsonReader small = JsonReader.of("The body", 1000, 10);
    assertThatThrownBy(() -> small.read(endless))
        .isInstanceOf(DataException.class)
        .hasMessage("The body is larger than 1000 bytes.");
    assertThat(endless.given).isLessThan(20_000);
  }

  @Test
  void a_number_that_no_double_holds_is_refused() {
    assertThatThrownBy(() -> read("1e999")).isInstanceOf(DataException.class);
  }

  @Property
  void whatever_is_read_the_message_is_short_and_typed(@ForAll String text) {
    try {
      read("[\"" + text + "\", " + text + "]");
    } catch (DataException e) {
      assertThat(e).message().hasSizeLessThan(400);
    }
  }

  @Test
  void long_input_is_not_echoed() {
    String secret = "s3cret".repeat(50);
    assertThatThrownBy(() -> read("{\"a\": " + secret + "}"))
        .hasMessageNotContaining("s3cret".repeat(11));
    assertThatThrownBy(() -> read("{\"" + secret + "\":1,\"" + secret + "\":2}"))
        .hasMessageNotContaining("s3cret".repeat(11));
  }

  /** An opening quote, and x for ever. */
  private static final class Endless extends InputStream {
    private long given;

    @Override
    public int read() {
      return given++ == 0 ? '"' : 'x';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      for (int i = 0; i < length; i++) {
        target[offset + i] = (byte) read();
      }
      return length;
    }
  }

  private static @org.jspecify.annotations.Nullable Object read(String text) {
    return JsonReader.BODY.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
