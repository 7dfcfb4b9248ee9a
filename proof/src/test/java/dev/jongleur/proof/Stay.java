package dev.jongleur.proof;

import static dev.jongleur.definition.ScalarType.STRING;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a tenant does while it is there. Its name and the text in its rows are made whenever they
 * are asked for, so that who looks for them in the heap does not hold them there.
 *
 * @param number tells one stay from another
 */
record Stay(int number) {
  private static final ModelDefinition AUTHOR =
      ModelDefinition.of(
          "Author",
          author ->
              author
                  .property("name", STRING)
                  .relation(Relation.hasMany("books", "Book", "authorId")));
  private static final ModelDefinition BOOK =
      ModelDefinition.of(
          "Book",
          book ->
              book.property("title", STRING)
                  .relation(Relation.belongsTo("author", "Author", "authorId")));

  static Jongleur application(Settings settings) {
    return Jongleur.builder()
        .dataSource("main", settings)
        .blueprint(Blueprint.of("main", List.of(AUTHOR, BOOK)))
        .build();
  }

  String name() {
    return "tenant-" + Integer.toString(number * 7919, 36) + "-of-" + number;
  }

  String row() {
    return "row-" + Integer.toString(number * 104729, 36) + "-of-" + number;
  }

  /** Comes, works and stays. */
  Tenant begin(Jongleur jongleur) {
    Tenant tenant = jongleur.onboard(name());
    Model authors = tenant.model("Author");
    var seen = new ArrayList<Object>();
    var _ = authors.observe(Hook.AFTER_SAVE, save -> seen.add(List.of(tenant, save)));
    Entity author = authors.create(Map.of("name", row()));
    var _ = authors.related(author, "books").create(Map.of("title", row() + " I"));
    var _ = authors.find(Filter.all().include("books"));
    tenant.customize("Book", book -> book.property("isbn", STRING));
    var _ = tenant.model("Book").create(Map.of("title", row() + " II", "isbn", "1"));
    var _ = tenant.model("Book").find();
    return tenant;
  }

  /**
   * Comes, works and goes, in a thread of its own: no frame and no thread is left that knew it.
   *
   * @param going how it goes
   */
  void comeAndGo(Jongleur jongleur, Consumer<Tenant> going) throws InterruptedException {
    Thread.ofPlatform().start(() -> going.accept(begin(jongleur))).join();
  }
}
