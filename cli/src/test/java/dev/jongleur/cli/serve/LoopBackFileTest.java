package dev.jongleur.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.json.project.LoopBackProject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose rows LoopBack's memory connector kept in a file. */
class LoopBackFileTest {
  @TempDir Path project;
  @TempDir Path data;

  @BeforeEach
  void a_project_with_a_row() throws IOException {
    write("server/model-config.json", "{\"Shop\": {\"dataSource\": \"db\"}}");
    write(
        "server/datasources.json",
        "{\"db\": {\"connector\": \"memory\", \"file\": \"rows.json\"}}");
    write(
        "common/models/shop.json", "{\"name\": \"Shop\", \"properties\": {\"name\": \"string\"}}");
    write(
        "rows.json",
        "{\"ids\": {\"Shop\": 2}, \"models\": {\"Shop\": {\"1\":"
            + " \"{\\\"name\\\":\\\"Mokka\\\",\\\"id\\\":1}\"}}}");
  }

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private ServedProject serve(String... tenants) {
    return CoffeeShop.serve(LoopBackProject.read(project), data, false, tenants);
  }

  @Test
  void the_only_tenant_has_the_rows_and_keeps_what_becomes_of_them() throws Exception {
    try (var served = serve("acme");
        var acme = new Visitor(served.port(), "acme")) {
      assertThat(acme.get("Shops").each("name")).containsExactly("Mokka");
      assertThat(acme.post("Shops", "{\"name\": \"Bean\"}").status()).isEqualTo(200);
    }
    try (var served = serve("acme", "globex");
        var acme = new Visitor(served.port(), "acme");
        var globex = new Visitor(served.port(), "globex")) {
      assertThat(acme.get("Shops").each("name")).containsExactly("Mokka", "Bean");
      assertThat(globex.get("Shops").each("name")).isEmpty();
    }
  }

  @Test
  void of_several_tenants_none_has_them_and_it_is_said() throws Exception {
    try (var served = serve("acme", "globex");
        var acme = new Visitor(served.port(), "acme")) {
      var said = new StringWriter();
      new Welcome(served).print(new PrintWriter(said));
      assertThat(said.toString()).contains("those in LoopBack's file are nobody's yet");
      assertThat(acme.get("Shops").each("name")).isEmpty();
    }
  }
}
