package dev.jongleur.proof;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left of a tenant in the heap when it is gone. The names and values it is looked for by
 * are made when they are needed, so that the test does not hold what it looks for.
 */
class ReleasedTenantTest {
  private static final ModelDefinition AUTHOR =
      ModelDefinition.of(
          "Author",
          author -> author.property("name", STRING).relation(Relation.hasMany("books", "Book", "authorId")));
  private static final ModelDefinition BOOK =
      ModelDefinition.of(
          "Book",
          book ->
              book.property("title", STRING)
                  .relation(Relation.belongsTo("author", "Author", "authorId")));

  @TempDir Path temp;

  @Test
  void nothing_of_a_released_tenant_is_left_with_a_database_for_each() throws IOException {
    try (Jongleur jongleur = application(Settings.of("h2").with("directory", temp.resolve("h2").toString()))) {
      stay(jongleur, "globex");
      comesAndGoes(jongleur, "warm");
      Map<String, Long> before;
      try (var walk = HeapWalk.of(temp.resolve("before.hprof"))) {
        before = walk.ours();
      }
      comesAndGoes(jongleur, "acme");
      try (var walk = HeapWalk.of(temp.resolve("after.hprof"))) {
        for (String s : walk.pathsTo(name("acme"), row("acme"))) System.out.println("PATH " + s);
        System.out.println(before); 
        System.out.println(walk.ours());
        assertThat(walk.pathsTo(name("acme"), row("acme"))).isEmpty();
        assertThat(walk.ours()).isEqualTo(before);
      }
    }
  }

  private static void stay(Jongleur jongleur, String key) {
    work(jongleur.onboard(name(key)), key);
  }

  private static void comesAndGoes(Jongleur jongleur, String key) {
    Tenant tenant = jongleur.onboard(name(key));
    work(tenant, key);
    tenant.release();
  }

  private static void work(Tenant tenant, String key) {
    Model authors = tenant.model("Author");
    var seen = new ArrayList<Object>();
    var _ = authors.observe(Hook.AFTER_SAVE, save -> seen.add(tenant));
    Entity author = authors.create(Map.of("name", row(key) + "a"));
    var _ = authors.related(author, "books").create(Map.of("title", row(key) + "b"));
    var _ = authors.find(Filter.all().include("books"));
    tenant.customize("Book", book -> book.property("isbn", STRING));
    var _ = tenant.model("Book").create(Map.of("isbn", row(key) + "c"));
    var _ = tenant.model("Book").find();
  }

  private static Jongleur application(Settings settings) {
    return Jongleur.builder()
        .dataSource("main", settings)
        .blueprint(Blueprint.of("main", List.of(AUTHOR, BOOK)))
        .build();
  }

  private static String name(String key) {
    return key + "-" + Integer.toString(key.hashCode(), 36).replace('-', 'x') + "-" + ProcessHandle.current().pid();
  }

  private static String row(String key) {
    return "row-of-" + name(key) ;
  }
}
