package dev.jongleur.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.json.project.LoopBackProject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as a newcomer meets it. */
class CoffeeShopTest {
  @TempDir Path data;

  @Test
  void nothing_of_the_example_is_left_out() {
    assertThat(LoopBackProject.read(CoffeeShop.DIRECTORY).notices()).isEmpty();
  }

  @Test
  void each_tenant_sees_its_own_shops_and_nobody_sees_any() throws Exception {
    try (var served = CoffeeShop.serve(data);
        var aroma = new Visitor(served.port(), "aroma");
        var beanhouse = new Visitor(served.port(), "beanhouse");
        var nobody = new Visitor(served.port(), "");
        var stranger = new Visitor(served.port(), "stranger")) {
      assertThat(aroma.get("CoffeeShops").each("name"))
          .containsExactly("Aroma Alfama", "Aroma Ribeira", "Aroma Torra");
      assertThat(beanhouse.get("CoffeeShops").each("name"))
          .containsExactly("Beanhouse Grünerløkka", "Beanhouse Bryggen");
      assertThat(nobody.get("CoffeeShops").status()).isEqualTo(400);
      assertThat(stranger.get("CoffeeShops").status()).isEqualTo(404);
    }
  }

  @Test
  void a_tenant_has_a_file_of_its_own() {
    CoffeeShop.serve(data).close();

    assertThat(data.resolve("db/aroma.mv.db")).isNotEmptyFile();
    assertThat(data.resolve("db/beanhouse.mv.db")).isNotEmptyFile();
  }

  @Test
  void hidden_properties_stay_hidden() throws Exception {
    try (var served = CoffeeShop.serve(data);
        var aroma = new Visitor(served.port(), "aroma")) {
      var reviewers = aroma.get("Reviewers").body();
      assertThat(reviewers).asString().contains("nickname").doesNotContain("token", "email");
    }
  }

  @Test
  void a_row_that_breaks_a_rule_is_refused() throws Exception {
    try (var served = CoffeeShop.serve(data);
        var aroma = new Visitor(served.port(), "aroma")) {
      assertThat(aroma.post("Reviews", "{\"stars\": 6, \"coffeeShopId\": 1}").status())
          .isEqualTo(422);
      assertThat(aroma.post("Reviewers", "{\"name\": \"G\", \"nickname\": \"greta\"}").status())
          .isEqualTo(422);
    }
  }

  @Test
  void a_restart_keeps_what_was_done_and_fills_nobody_twice() throws Exception {
    try (var served = CoffeeShop.serve(data);
        var aroma = new Visitor(served.port(), "aroma")) {
      assertThat(served.tenants()).allMatch(Onboarding.Onboarded::isNew);
      aroma.post("CoffeeShops", "{\"name\": \"Aroma Sul\", \"city\": \"Faro\"}");
      aroma.delete("CoffeeShops/1");
    }
    try (var served = CoffeeShop.serve(data);
        var aroma = new Visitor(served.port(), "aroma")) {
      assertThat(served.tenants()).noneMatch(Onboarding.Onboarded::isNew);
      assertThat(aroma.get("CoffeeShops").each("name"))
          .containsExactly("Aroma Ribeira", "Aroma Torra", "Aroma Sul");
      assertThat(aroma.get("Reviews/count").value("count")).isEqualTo(3L);
    }
  }

  @Test
  void another_tenant_joins_those_that_have_data() throws Exception {
    CoffeeShop.serve(data).close();
    try (var served = CoffeeShop.serve(data, "corner");
        var corner = new Visitor(served.port(), "corner");
        var aroma = new Visitor(served.port(), "aroma")) {
      assertThat(corner.get("CoffeeShops/count").body()).isEqualTo(Map.of("count", 0L));
      assertThat(aroma.get("CoffeeShops/count").body()).isEqualTo(Map.of("count", 3L));
    }
  }

  @Test
  void a_tenant_whose_filling_was_cut_short_is_filled_anew() throws Exception {
    try (var served = CoffeeShop.serve(data, "aroma");
        var aroma = new Visitor(served.port(), "aroma")) {
      aroma.delete("CoffeeShops/1");
    }
    Files.writeString(data.resolve(".filling/aroma"), "");
    try (var served = CoffeeShop.serve(data, "aroma");
        var aroma = new Visitor(served.port(), "aroma")) {
      assertThat(aroma.get("CoffeeShops/count").body()).isEqualTo(Map.of("count", 3L));
    }
    assertThat(data.resolve(".filling")).isEmptyDirectory();
  }

  @Test
  void the_lines_to_copy_work() throws Exception {
    try (var served = CoffeeShop.serve(data);
        var aroma = new Visitor(served.port(), "aroma")) {
      var text = new StringWriter();
      new Welcome(served).print(new PrintWriter(text));
      String shown = text.toString();

      assertThat(shown)
          .contains(data.toString(), "aroma (new, rows: CoffeeShop 3", "/api/OrderLines")
          .contains("curl -H 'X-Tenant-ID: aroma' http://127.0.0.1:" + served.port());
      String body =
          shown.substring(
              shown.indexOf("-d '") + 4, shown.indexOf("' http", shown.indexOf("-d '")));
      assertThat(aroma.post("CoffeeShops", body).status()).isEqualTo(200);
    }
  }
}
