package dev.jongleur.json.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.DefinitionException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopBackProjectTest {
  @TempDir Path root;

  @Test
  void models_are_placed_and_shown_as_model_config_says() {
    LoopBackProject project =
        new ProjectFolder(root)
            .file(
                "server/datasources.json",
                "{'db': {'connector': 'memory'}, 'x': {'url': 'jdbc:h2:mem:'}}")
            .file(
                "server/model-config.json",
                "{'Shop': {'dataSource': 'db', 'public': true}, 'Log': {'dataSource': 'x', 'public': false}}")
            .model("Shop", ", 'properties': {'name': 'string'}")
            .file("server/models/log.json", "{'name': 'Log'}")
            .read();

    assertThat(project.publicModels()).containsExactly(Map.entry("Shop", "Shops"));
    assertThat(project.blueprint().models().keySet()).containsExactly("Shop", "Log");
    assertThat(placed(project, "Log").dataSource()).isEqualTo("x");
    assertThat(connector(project, "x")).isEqualTo("h2");
    assertThat(project.notices()).isEmpty();
  }

  @Test
  void a_model_is_read_after_its_base_whatever_the_order_of_files() {
    LoopBackProject project =
        ProjectFolder.with(root, "A B C")
            .model("A", ", 'base': 'B', 'properties': {'a': 'number'}")
            .model("B", ", 'base': 'C'")
            .model("C", ", 'properties': {'c': 'date'}")
            .read();

    assertThat(definition(project, "A").property("c").orElseThrow().type())
        .isEqualTo(ScalarType.DATE);
    assertThat(definition(project, "A").property("a")).isPresent();
  }

  @Test
  void the_sources_that_model_config_names_are_read() {
    LoopBackProject project =
        new ProjectFolder(root)
            .file("server/datasources.json", "{'db': {'connector': 'memory'}}")
            .file(
                "server/model-config.json",
                "{'_meta': {'sources': ['loopback/common/models', '../shapes']},"
                    + " 'Shop': {'dataSource': 'db'}}")
            .file("shapes/shop.json", "{'name': 'Shop', 'http': {'path': '/shops'}}")
            .model("Other", "")
            .read();

    assertThat(project.publicModels()).containsEntry("Shop", "shops").hasSize(1);
  }

  @Test
  void a_model_that_is_only_a_type_is_there_and_stored_nowhere() {
    LoopBackProject project =
        ProjectFolder.with(root, "Shop")
            .model("Shop", ", 'properties': {'places': ['Address']}")
            .model("Address", ", 'base': 'Model', 'properties': {'country': 'Country'}")
            .model("Country", ", 'base': 'Model'")
            .read();

    assertThat(project.blueprint().models().keySet()).contains("Address", "Country");
    assertThat(connector(project, "transient")).isEqualTo("transient");
    assertThat(project.publicModels()).containsOnlyKeys("Shop");
    assertThat(project.notices()).isEmpty();
  }

  @Test
  void the_root_of_paths_is_as_config_says() {
    ProjectFolder folder = ProjectFolder.with(root, "Shop").model("Shop", "");

    assertThat(folder.read().apiRoot()).isEqualTo("/api");
    folder.file("server/config.json", "{'restApiRoot': '/rest/v1/'}");
    assertThat(folder.read().apiRoot()).isEqualTo("/rest/v1");
  }

  @Test
  void tenants_are_listed_in_a_file_of_their_own() {
    LoopBackProject project =
        ProjectFolder.with(root, "Shop")
            .model("Shop", "")
            .file("server/tenants.json", "['aroma', 'beanhouse']")
            .read();

    assertThat(project.tenants()).containsExactly("aroma", "beanhouse");
  }

  @Test
  void what_is_wrong_in_any_file_is_told_at_once() {
    ProjectFolder project =
        ProjectFolder.with(root, "Shop Order Item")
            .model("Shop", ", 'properties': {'a': {'type': 'number', 'default': 'x'}}, 'strict': 7")
            .model("Order", ", 'base': 'Shop', 'forceId': 3")
            .model("Item", ", 'base': 'Nothing'")
            .file("server/models/broken.json", "{\n  'name': 'Broken',\n  'properties': {,}\n}")
            .file("server/datasources.json", "{'db': {'host': 'here'}}")
            .file("server/tenants.json", "{'a': 1}");

    assertThatThrownBy(project::read)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("server/models/broken.json is not JSON (line 3, column ")
        .hasMessageContaining("common/models/Shop.json: properties.a.default: ")
        .hasMessageContaining("common/models/Shop.json: strict: ")
        .hasMessageContaining("common/models/Order.json: forceId: ")
        .hasMessageContaining("common/models/Item.json: base: there is no model")
        .hasMessageContaining("server/datasources.json: db: ")
        .hasMessageContaining("server/tenants.json: ");
  }

  @Test
  void models_that_build_on_each_other_are_refused() {
    ProjectFolder project =
        ProjectFolder.with(root, "A B").model("A", ", 'base': 'B'").model("B", ", 'base': 'A'");

    assertThatThrownBy(project::read).hasMessageContaining("the models [A, B] build on each other");
  }

  @Test
  void two_models_of_one_name_or_at_one_path_are_refused() {
    ProjectFolder project =
        ProjectFolder.with(root, "A B")
            .model("A", ", 'plural': 'things'")
            .model("B", ", 'plural': 'things'")
            .file("server/models/a.json", "{'name': 'A'}");

    assertThatThrownBy(project::read)
        .hasMessageContaining("the model \"A\" is also in common/models/A.json")
        .hasMessageContaining("B and A have the same path /things");
  }

  @Test
  void a_directory_without_a_project_is_told_what_one_looks_like() {
    assertThatThrownBy(() -> LoopBackProject.read(root.resolve("nowhere")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "nowhere holds no LoopBack project: it needs server/model-config.json");
  }

  private static ModelDefinition definition(LoopBackProject project, String name) {
    return placed(project, name).definition();
  }

  private static Placed placed(LoopBackProject project, String name) {
    return Objects.requireNonNull(project.blueprint().models().get(name));
  }

  private static String connector(LoopBackProject project, String name) {
    return Objects.requireNonNull(project.dataSources().get(name)).connector();
  }
}
