package dev.jongleur.json.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out of a project is named, with its file. */
class NoticesTest {
  @TempDir Path root;

  @Test
  void javascript_files_and_variants_are_named_and_skipped() {
    List<String> notices =
        notices(
            ProjectFolder.with(root, "Shop")
                .model("Shop", "")
                .file("common/models/shop.js", "module.exports = function(Shop) {};")
                .file("server/boot/routes.js", "")
                .file("server/datasources.local.json", "{")
                .file("server/datasources.production.js", "")
                .file("server/model-config.local.json", "{}")
                .file("server/config.json", "{'restApiRoot': '/', 'port': 3000}"));

    assertThat(notices)
        .containsExactlyInAnyOrder(
            "common/models/shop.js: JavaScript is not run: its methods and hooks are missing",
            "server/boot/routes.js: JavaScript is not run at start",
            "server/datasources.local.json: variants by environment are not read, and skipped",
            "server/datasources.production.js: variants by environment are not read, and skipped",
            "server/model-config.local.json: variants by environment are not read, and skipped",
            "server/config.json: restApiRoot: models are served under /api");
  }

  @Test
  void settings_that_do_nothing_yet_are_named() {
    List<String> notices =
        notices(
            ProjectFolder.with(root, "Shop")
                .model(
                    "Shop",
                    ", 'acls': [{'permission': 'DENY'}], 'methods': {'open': {}}, 'mixins': {},"
                        + " 'options': {'persistUndefinedAsNull': true}"));

    assertThat(notices).hasSize(2);
    assertThat(notices).anyMatch(n -> n.contains("Shop.json: acls: access rules are not enforced"));
    assertThat(notices).anyMatch(n -> n.contains("Shop.json: methods: "));
  }

  @Test
  void mixins_that_nobody_has_are_named_and_left_out() {
    ProjectFolder folder =
        ProjectFolder.with(root, "Shop Stamp")
            .model(
                "Shop", ", 'mixins': {'Stamp': true, 'Own': true, 'Other': {'a': 1}, 'Off': false}")
            .model("Stamp", ", 'idInjection': false, 'properties': {'by': 'string'}");

    LoopBackProject project = LoopBackProject.read(root, Set.of("Own"));
    assertThat(project.notices())
        .extracting(Notice::toString)
        .containsExactly(
            "common/models/Shop.json: mixins.Other: there is no such mixin; it is not applied");
    ModelDefinition shop =
        Objects.requireNonNull(project.blueprint().models().get("Shop")).definition();
    assertThat(shop.settings().others())
        .containsEntry("mixins", Map.of("Stamp", true, "Own", true));
    assertThat(notices(folder)).hasSize(2);
  }

  @Test
  void relations_that_lead_nowhere_are_named() {
    List<String> notices =
        notices(
            ProjectFolder.with(root, "Shop Item")
                .model(
                    "Shop",
                    ", 'relations': {"
                        + "'items': {'type': 'hasMany', 'model': 'Item'},"
                        + "'owner': {'type': 'belongsTo', 'model': 'User'},"
                        + "'tags': {'type': 'hasMany', 'model': 'Item', 'through': 'Link'},"
                        + "'notes': {'type': 'embedsMany', 'model': 'Item'}}, "
                        + "'properties': {'at': 'Place'}")
                .model("Item", ""));

    assertThat(notices)
        .containsExactlyInAnyOrder(
            "common/models/Shop.json: relations.owner: the model User is not served",
            "common/models/Shop.json: relations.tags: the model Link is not served",
            "common/models/Shop.json: relations.notes: embedsMany is not served yet",
            "common/models/Shop.json: the type Place is not there: values of it are refused");
  }

  @Test
  void models_on_those_of_loopback_become_plain_ones_or_are_left_out() {
    ProjectFolder folder =
        ProjectFolder.with(root, "User ACL Customer Member Ghost")
            .model("Customer", ", 'base': 'User', 'properties': {'city': 'string'}")
            .model("Member", ", 'base': 'User'")
            .model("Unused", "");

    assertThat(folder.read().blueprint().models()).containsOnlyKeys("Customer");
    assertThat(notices(folder))
        .containsExactlyInAnyOrder(
            "common/models/Customer.json: LoopBack's own model User is not served: \"Customer\" is"
                + " a plain model, with no sign-in, no hashing of passwords, none of its properties",
            "common/models/Member.json: LoopBack's own model User is not served: \"Member\" is a"
                + " plain model, with no sign-in, no hashing of passwords, none of its properties",
            "common/models/Member.json: it has no properties of its own and is left out",
            "server/model-config.json: LoopBack's own model User is not served",
            "server/model-config.json: LoopBack's own model ACL is not served",
            "server/model-config.json: there is no file of the model Ghost",
            "common/models/Unused.json: it is not named in server/model-config.json and is not served");
  }

  @Test
  void placeholders_and_settings_in_model_config_are_named_without_their_values() {
    List<String> notices =
        notices(
            new ProjectFolder(root)
                .file(
                    "server/datasources.json", "{'db': {'connector': 'memory', 'file': 'my${PW}'}}")
                .file(
                    "server/model-config.json",
                    "{'Shop': {'dataSource': 'db', 'options': {'a': 1}}, 'Idea': {'dataSource': null}}")
                .model("Shop", "")
                .model("Idea", ""));

    assertThat(notices)
        .containsExactlyInAnyOrder(
            "server/datasources.json: db.file: the ${...} in it is not filled in yet",
            "server/datasources.json: db.file: there is no such file yet",
            "server/model-config.json: Shop.options: settings are read from model files only",
            "common/models/Idea.json: it is on no data source in server/model-config.json and is"
                + " not served");
  }

  private static List<String> notices(ProjectFolder folder) {
    return folder.read().notices().stream().map(Notice::toString).toList();
  }
}
