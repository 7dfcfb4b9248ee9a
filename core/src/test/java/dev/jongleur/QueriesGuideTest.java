package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program in the guide to queries: it runs, and it is the one that is printed there. */
class QueriesGuideTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @SuppressWarnings("NullAway") // The figures of the example are all there.
  private static List<Object> program(Model orders) {
    // begin program
    List<Entity> found =
        orders.find(
            where("state", "open")
                .and("tags")
                .containsAny(List.of("gift", "urgent"))
                .and("lines")
                .elemMatch(where("sku", "X").and("quantity").gt(1))
                .and("note")
                .not()
                .like("%test%")
                .order("customer DESC ignoreCase", "id")
                .limit(20));

    double total = 0; // however many rows there are, few are held
    try (Stream<Entity> rows = orders.stream(where("state", "open"))) {
      total = rows.mapToDouble(row -> ((Number) row.get("total")).doubleValue()).sum();
    }

    Filter newest = Filter.all().order("total DESC").limit(2);
    Page first = orders.page(newest);
    Page second = orders.page(newest, first.next().orElseThrow());

    List<Map<String, Object>> byState =
        orders.aggregate(
            Aggregate.all()
                .groupBy("state")
                .count("orders")
                .sum("total", "revenue")
                .having(where("revenue").gt(5))
                .order("revenue DESC"));
    List<Object> states = orders.distinct("state");
    // end program
    return List.of(found.size(), total, second.rows().size(), byState.size(), states);
  }

  @Test
  void the_program_runs_for_one_tenant() {
    Model orders =
        nothing.acme(
            "Order",
            order ->
                order
                    .property("state", STRING)
                    .property("customer", STRING)
                    .property("total", NUMBER)
                    .property("tags", STRING.list()));
    var lines = List.of(Map.of("sku", "X", "quantity", 2));
    var _ =
        orders.createAll(
            List.of(
                Map.of("state", "open", "total", 2, "tags", List.of("gift"), "lines", lines),
                Map.of("state", "open", "total", 4),
                Map.of("state", "sent", "total", 1)));
    assertThat(program(orders)).containsExactly(1, 6.0, 1, 1, List.of("open", "sent"));
  }

  @Test
  void the_program_in_the_guide_is_the_one_here() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/QueriesGuideTest.java"));
    String begin = "// begin program\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end program", from));
    assertThat(unspaced(guide())).contains(unspaced(text));
  }

  /** The formatter breaks lines where the guide need not. */
  private static String unspaced(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void every_operator_is_in_the_guide() throws IOException {
    String guide = guide();
    for (Operator operator : Operator.values()) {
      if (operator != Operator.EXTENDED) {
        assertThat(guide).contains("`" + operator.label());
      }
    }
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("../docs/queries.md"));
  }
}
