package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program in the README: it runs, and it is the one that is printed there. */
class ReadmeTest {
  record OrderView(String number, double total) {}

  // begin README
  OrderView biggestOrderOfAcme() {
    var order =
        ModelDefinition.of(
            "Order", o -> o.property("number", STRING, required()).property("total", NUMBER));
    try (var jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(order)))
            .build()) {
      Model orders = jongleur.onboard("acme").model("Order");
      orders.createAll(List.of(Map.of("number", "A-1", "total", 990), Map.of("number", "A-2")));
      Entity big = orders.findOne(where("total").gt(100).order("total DESC")).orElseThrow();
      return big.as(OrderView.class);
    }
  }

  // end README

  @Test
  void the_program_in_the_readme_runs() {
    assertThat(biggestOrderOfAcme()).isEqualTo(new OrderView("A-1", 990));
  }

  @Test
  void the_program_in_the_readme_is_this_one() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/ReadmeTest.java"));
    String program =
        source.substring(source.indexOf("// begin README") + 15, source.indexOf("// end README"));
    String readme = Files.readString(Path.of("../README.md"));
    assertThat(readme).contains(program.stripIndent().strip());
  }
}
