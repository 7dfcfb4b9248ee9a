package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BracketQueryTest {

  @Test
  void a_filter_is_read() {
    assertThat(
            BracketQuery.parse(
                "filter[where][age][gt]=3&filter[limit]=10&filter[include][]=orders"
                    + "&filter[order][0]=name%20DESC&filter[order][1]=id&access_token=t"))
        .isEqualTo(
            Map.of(
                "filter",
                Map.of(
                    "where", Map.of("age", Map.of("gt", "3")),
                    "limit", "10",
                    "include", List.of("orders"),
                    "order", List.of("name DESC", "id")),
                "access_token",
                "t"));
  }

  @Test
  void the_core_reads_what_comes_out() {
    Object raw =
        BracketQuery.parse("filter[where][or][0][a]=1&filter[where][or][1][b]=2").get("filter");
    assertThat(Filter.read(raw).where().comparisons()).hasSize(2);
  }

  @Test
  void text_that_looks_like_a_number_stays_text() {
    assertThat(BracketQuery.parse("a=007")).isEqualTo(Map.of("a", "007"));
  }

  @Test
  void lists_come_in_several_forms() {
    assertThat(BracketQuery.parse("a=1&a=2")).isEqualTo(Map.of("a", List.of("1", "2")));
    assertThat(BracketQuery.parse("a[]=1&a[]=2")).isEqualTo(Map.of("a", List.of("1", "2")));
    assertThat(BracketQuery.parse("a[1]=2&a[0]=1")).isEqualTo(Map.of("a", List.of("1", "2")));
    assertThat(BracketQuery.parse("a[0]=1&a[2]=3"))
        .isEqualTo(Map.of("a", Map.of("0", "1", "2", "3")));
  }

  @Test
  void percent_signs_and_plus_are_decoded() {
    assertThat(BracketQuery.parse("a%5Bb%5D=x%26y+z")).isEqualTo(Map.of("a", Map.of("b", "x&y z")));
    assertThat(BracketQuery.parse("a[b=c]=d")).isEqualTo(Map.of("a", Map.of("b=c", "d")));
    assertThatThrownBy(() -> BracketQuery.parse("a=%zz")).isInstanceOf(QueryException.class);
  }

  @Test
  void keys_of_prototypes_are_keys_like_any_other() {
    assertThat(BracketQuery.parse("a[__proto__][x]=1&constructor=2"))
        .isEqualTo(Map.of("a", Map.of("__proto__", Map.of("x", "1")), "constructor", "2"));
  }

  @Test
  void what_contradicts_itself_is_refused_and_not_dropped() {
    assertThatThrownBy(() -> BracketQuery.parse("a=1&a[b]=2")).isInstanceOf(QueryException.class);
    assertThatThrownBy(() -> BracketQuery.parse("a[b]=2&a=1")).isInstanceOf(QueryException.class);
    assertThatThrownBy(() -> BracketQuery.parse("filter[where=1"))
        .isInstanceOf(QueryException.class);
  }

  @Test
  void limits_hold() {
    assertThat(BracketQuery.parse("a" + "[b]".repeat(19) + "=1")).hasSize(1);
    assertThatThrownBy(() -> BracketQuery.parse("a" + "[b]".repeat(20) + "=1"))
        .isInstanceOf(QueryException.class);
    assertThat(BracketQuery.parse("a=1&".repeat(1000))).hasSize(1);
    assertThatThrownBy(() -> BracketQuery.parse("a=1&".repeat(1001)))
        .isInstanceOf(QueryException.class);
    var wide = new StringBuilder();
    for (int i = 0; i < 102; i++) {
      wide.append("a[").append(i).append("]=x&");
    }
    assertThat(BracketQuery.parse(wide.toString()).get("a")).isInstanceOf(Map.class);
  }

  @Property
  void anything_is_read_or_refused(@ForAll String text) {
    try {
      assertThat(BracketQuery.parse(text)).isNotNull();
    } catch (QueryException e) {
      assertThat(e.status()).isEqualTo(400);
    }
  }
}
