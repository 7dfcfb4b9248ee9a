package dev.jongleur.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.cli.serve.ServeMain.Ending;
import dev.jongleur.json.project.LoopBackProject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of serving is told in a sentence, with an exit code to go by. */
class ServeRefusalsTest {
  @TempDir Path temporary;

  @Test
  void a_syntax_error_is_told_with_file_and_line() throws Exception {
    Path project = project("{'Shop': {'dataSource': 'db'}}", "{'db': {'connector': 'memory'}}");
    write(project, "common/models/shop.json", "{\n  'name': 'Shop',\n  'properties': {,}\n}");

    Ending ending = run(project, "--tenant=a");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .contains("common/models/shop.json is not JSON (line 3, column ")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void a_directory_without_a_project_is_told_what_one_is() {
    Ending ending = run(temporary, "--tenant=a");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("holds no LoopBack project: it needs server/model-config");
  }

  @Test
  void a_connector_that_is_not_there_is_named_with_those_that_are() throws Exception {
    Ending ending = run(mongo(), "--tenant=a");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .contains("There is no connector \"mongodb\" of db yet")
        .contains("there are detached, h2, kv-memory, memory, transient.")
        .contains("--embedded");
  }

  @Test
  void embedded_puts_such_a_project_on_h2() throws Exception {
    Path data = temporary.resolve("data");
    try (var served = CoffeeShop.serve(LoopBackProject.read(mongo()), data, true, "a");
        var a = new Visitor(served.port(), "a")) {
      assertThat(a.post("Shops", "{\"name\": \"x\"}").status()).isEqualTo(200);
      assertThat(a.get("Shops").each("name")).containsExactly("x");
    }
    assertThat(data.resolve("db/a.mv.db")).isNotEmptyFile();
  }

  @Test
  void what_is_kept_in_memory_is_filled_at_each_start() throws Exception {
    Path project = memory();
    write(project, "server/sample-data/a/Shop.json", "[{'name': 'x'}]");
    for (int start = 0; start < 2; start++) {
      Path data = temporary.resolve("data");
      try (var served = CoffeeShop.serve(LoopBackProject.read(project), data, false, "a");
          var a = new Visitor(served.port(), "a")) {
        assertThat(a.get("Shops").each("name")).containsExactly("x");
        assertThat(data).doesNotExist();
      }
    }
  }

  @Test
  void a_model_on_a_data_source_that_is_not_declared_is_named() throws Exception {
    Ending ending = run(project("{'Shop': {'dataSource': 'nowhere'}}", "{}"), "--tenant=a");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .contains("Shop: server/datasources.json has no data source \"nowhere\"");
  }

  @Test
  void without_a_tenant_nothing_is_served() throws Exception {
    Ending ending = run(memory());

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("There is no tenant to serve", "--tenant NAME");
  }

  @Test
  void what_cannot_be_a_tenant_or_a_port_is_refused_before_anything_is_made() throws Exception {
    Path data = temporary.resolve("data");
    for (String wrong : new String[] {"--tenant=../up", "--tenant=a;drop", "--tenant=public"}) {
      Ending ending = run(CoffeeShop.DIRECTORY, wrong, "--data=" + data);
      assertThat(ending.code()).isEqualTo(2);
      assertThat(ending.err()).contains("Not a tenant name");
    }
    assertThat(run(memory(), "--tenant=a", "--port=65536").code()).isEqualTo(2);
    assertThat(run(memory(), "--tenant=a", "--port=x").code()).isEqualTo(2);
    assertThat(data.resolve("db")).doesNotExist();
  }

  @Test
  void a_port_in_use_is_told() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ending ending = run(memory(), "--tenant=a", "--port=" + taken.getLocalPort());

      assertThat(ending.code()).isEqualTo(1);
      assertThat(ending.err().lines()).hasSize(1);
      assertThat(ending.err()).contains(String.valueOf(taken.getLocalPort()), "--port");
    }
  }

  @Test
  void a_data_directory_serves_one_server_at_a_time() {
    Path data = temporary.resolve("data");
    try (var first = CoffeeShop.serve(data)) {
      Ending second = run(CoffeeShop.DIRECTORY, "--data=" + data, "--port=0");

      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err().lines()).hasSize(1);
      assertThat(second.err()).contains(data + " is in use by another server", "--data");
      assertThat(first.port()).isPositive();
    }
    CoffeeShop.serve(data).close();
  }

  /** Root may write everywhere, so that a read-only directory is no obstacle here; a file is. */
  @Test
  void a_data_directory_that_cannot_be_written_is_told() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    for (Path data : new Path[] {file, file.resolve("below")}) {
      Ending ending = run(CoffeeShop.DIRECTORY, "--data=" + data, "--port=0");

      assertThat(ending.code()).isEqualTo(1);
      assertThat(ending.err().lines()).hasSize(1);
      assertThat(ending.err()).contains("The data directory " + data, "--data");
    }
  }

  @Test
  void a_project_without_public_models_has_nothing_to_serve() throws Exception {
    Path project =
        project(
            "{'Shop': {'dataSource': 'db', 'public': false}}", "{'db': {'connector': 'memory'}}");

    Ending ending = run(project, "--tenant=a", "--port=0");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("no public model");
  }

  @Test
  void sample_data_that_breaks_a_rule_is_told_with_its_file() throws Exception {
    Path project = memory();
    write(project, "server/sample-data/a/Shop.json", "[{'name': 'x'}, {}]");

    Ending ending = run(project, "--tenant=a", "--port=0");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("sample-data/a/Shop.json cannot be used: ", "`name`");
  }

  private static Ending run(Path project, String... options) {
    var all = new ArrayList<String>(List.of(options));
    all.add(project.toString());
    return ServeMain.run(all.toArray(String[]::new));
  }

  private Path mongo() throws IOException {
    return project("{'Shop': {'dataSource': 'db'}}", "{'db': {'connector': 'mongodb'}}");
  }

  private Path memory() throws IOException {
    return project("{'Shop': {'dataSource': 'db'}}", "{'db': {'connector': 'memory'}}");
  }

  private Path project(String models, String dataSources) throws IOException {
    Path project = temporary.resolve("shop");
    write(project, "server/model-config.json", models);
    write(project, "server/datasources.json", dataSources);
    write(
        project,
        "common/models/shop.json",
        "{'name': 'Shop', 'properties': {'name': {'type': 'string', 'required': true}}}");
    return project;
  }

  private static void write(Path project, String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text.replace('\'', '"'));
  }
}
