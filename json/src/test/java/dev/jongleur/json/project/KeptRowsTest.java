package dev.jongleur.json.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DefinitionException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of LoopBack's memory connector (F-389): its rows become one tenant's. */
class KeptRowsTest {
  private static final String ROWS =
      """
      {"ids": {"Shop": 4, "Note": 2},
       "models": {
         "shops": {
           "1": "{\\"name\\":\\"Mokka\\",\\"since\\":\\"2020-01-31T00:00:00.000Z\\",\\"id\\":1}",
           "3": "{\\"logo\\":{\\"type\\":\\"Buffer\\",\\"data\\":[1,255]},\\"extra\\":{\\"a\\":1},\\"id\\":3}"},
         "Note": {"1": "{\\"text\\":\\"\\",\\"old\\":true,\\"id\\":1}"},
         "Gone": {"1": "{\\"id\\":1}", "2": "{\\"id\\":2}"},
         "Empty": {}}}
      """;

  @TempDir Path root;

  private ProjectFolder project() {
    return ProjectFolder.with(root, "Shop Note")
        .file("server/datasources.json", "{'db': {'connector': 'memory', 'file': 'rows.json'}}")
        .model(
            "Shop",
            ", 'memory': {'collection': 'shops'}, 'properties': {'name': {'type': 'string',"
                + " 'required': true, 'default': 'new'}, 'since': 'date', 'logo': 'buffer'}")
        .model(
            "Note",
            ", 'strict': true, 'properties': {'text': {'type': 'string', 'required': true}}");
  }

  @Test
  void they_are_one_tenants_as_they_were() {
    LoopBackProject project = project().file("rows.json", ROWS).read();
    try (Jongleur jongleur = open(project)) {
      Tenant acme = jongleur.onboard("acme");
      Tenant globex = jongleur.onboard("globex");
      assertThat(project.rows().storeFor(acme)).isEqualTo(Map.of("Shop", 2, "Note", 1));

      List<Entity> shops = acme.model("Shop").find();
      assertThat(shops.getFirst().toMap())
          .isEqualTo(
              Map.of("id", 1L, "name", "Mokka", "since", Instant.parse("2020-01-31T00:00:00Z")));
      assertThat(shops.getLast().toMap())
          .isEqualTo(
              Map.of("id", 3L, "logo", Binary.of(new byte[] {1, -1}), "extra", Map.of("a", 1L)));
      assertThat(acme.model("Note").find().getFirst().toMap())
          .isEqualTo(Map.of("id", 1L, "text", ""));
      assertThat(acme.model("Shop").create(Map.of()).id()).isEqualTo(4L);
      assertThat(globex.model("Shop").count()).isZero();
      assertThatThrownBy(() -> project.rows().storeFor(acme)).isInstanceOf(BulkException.class);
    }
  }

  @Test
  void what_of_them_cannot_be_kept_is_named() {
    assertThat(project().file("rows.json", ROWS).read().notices())
        .extracting(Notice::toString)
        .containsExactlyInAnyOrder(
            "rows.json: its rows are read for a new tenant; changes are kept in the data"
                + " directory, not in it",
            "rows.json: Gone: no model keeps rows there; 2 are left out",
            "rows.json: Note does not define [old]: these values are left out");
  }

  @Test
  void there_are_none_without_a_file() {
    LoopBackProject project = project().read();
    assertThat(project.rows().isEmpty()).isTrue();
    assertThat(project.notices())
        .extracting(Notice::toString)
        .containsExactly("server/datasources.json: db.file: there is no such file yet");
  }

  @Test
  void a_file_that_cannot_be_read_is_an_error_that_names_it() {
    assertThatThrownBy(() -> project().file("rows.json", "{\n 'models': ").read())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("rows.json is not JSON (line 2");
    assertThatThrownBy(
            () -> project().file("rows.json", "{'models': {'Note': {'1': {'id': 1}}}}").read())
        .hasMessageContaining("rows.json: Note.1: a row is the JSON of an object, as text");
    assertThatThrownBy(() -> project().file("rows.json", "{'models': {'Note': {'1': '{'}}}").read())
        .hasMessageContaining("rows.json: Note.1 is not JSON");
  }

  @Test
  void transient_models_store_nothing() {
    LoopBackProject project =
        project().file("server/datasources.json", "{'db': {'connector': 'transient'}}").read();
    try (Jongleur jongleur = open(project)) {
      Tenant acme = jongleur.onboard("acme");
      assertThat(acme.model("Shop").create(Map.of()).get("name")).isEqualTo("new");
      assertThat(acme.model("Shop").find()).isEmpty();
    }
  }

  private static Jongleur open(LoopBackProject project) {
    Jongleur.Builder builder = Jongleur.builder().blueprint(project.blueprint());
    project.dataSources().forEach(builder::dataSource);
    return builder.build();
  }
}
