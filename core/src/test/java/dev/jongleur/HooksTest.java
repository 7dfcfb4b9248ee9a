package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-353 to F-364: which hooks an operation calls, in which order, and what each is shown. */
class HooksTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final List<String> calls = new ArrayList<>();
  private @Nullable Model observed;

  @BeforeEach
  void two_books_and_observers_everywhere() {
    Model books =
        nothing.acme("Book", b -> b.property("isbn", STRING, id()).property("pages", NUMBER));
    var _ = books.createAll(List.of(book("a"), book("b")));
    var _ = books.observe(Hook.all(), context -> calls.add(shown(context)));
    observed = books;
  }

  private Model books() {
    return Objects.requireNonNull(observed);
  }

  /** The hook, the parts of its context, and whether the instance is new where that is known. */
  private static String shown(HookContext context) {
    List<HookContext> items = context.items();
    String many = items.size() == 1 ? "" : items.size() + " x ";
    return context.hook().label() + " " + many + parts(items.getLast());
  }

  private static String parts(HookContext context) {
    var parts = new ArrayList<String>();
    context.query().ifPresent(_ -> parts.add("query"));
    context.where().ifPresent(_ -> parts.add("where"));
    context.data().ifPresent(_ -> parts.add("data"));
    context.instance().ifPresent(_ -> parts.add("instance"));
    context.currentInstance().ifPresent(_ -> parts.add("current"));
    context.isNewInstance().ifPresent(isNew -> parts.add(isNew ? "new" : "old"));
    context.count().ifPresent(count -> parts.add("count=" + count));
    return String.join(" ", parts);
  }

  private static Map<String, Object> book(String isbn) {
    return Map.of("isbn", isbn, "pages", 1);
  }

  private static final String[] CREATION = {
    "before save instance new",
    "persist data current new",
    "loaded data new",
    "after save instance new"
  };

  private static final String[] PATCH = {
    "before save where data current",
    "persist where data current old",
    "loaded data old",
    "after save instance old"
  };

  private static final String[] REPLACEMENT = {
    "before save instance old",
    "persist where data current old",
    "loaded data old",
    "after save instance old"
  };

  @Test
  void creating() {
    var _ = books().create(book("c"));
    assertThat(calls).containsExactly(CREATION);
  }

  @Test
  void creating_a_list() {
    var _ = books().createAll(List.of(book("c"), book("d")));
    assertThat(calls)
        .containsExactly(
            CREATION[0],
            CREATION[0],
            "persist 2 x data current new",
            "loaded 2 x data new",
            CREATION[3],
            CREATION[3]);
  }

  @Test
  void creating_a_list_of_one() {
    var _ = books().createAll(List.of(book("c")));
    assertThat(calls).containsExactly(CREATION);
  }

  @Test
  void finding() {
    var _ = books().find();
    assertThat(calls).containsExactly("access query", "loaded data old", "loaded data old");
  }

  @Test
  void finding_one() {
    var _ = books().findById("a");
    assertThat(calls).containsExactly("access query", "loaded data old");
  }

  @Test
  void counting() {
    var _ = books().count();
    var _ = books().exists("a");
    assertThat(calls).containsExactly("access query", "access query");
  }

  @Test
  void patching() {
    var _ = books().patch("a", Map.of("pages", 2));
    assertThat(calls).containsExactly(PATCH);
  }

  @Test
  void replacing() {
    var _ = books().replace("a", book("a"));
    assertThat(calls).containsExactly(REPLACEMENT);
  }

  @Test
  void saving() {
    Entity book = books().findById("a").orElseThrow();
    calls.clear();
    var _ = books().save(book);
    assertThat(calls)
        .containsExactly(
            "before save instance",
            "persist where data current",
            "loaded data old",
            "after save instance old");
  }

  @Test
  void updating_all() {
    var _ = books().updateAll(Filter.all(), Map.of("pages", 2));
    assertThat(calls)
        .containsExactly(
            "access query",
            "before save where data",
            "persist where data",
            "after save where data count=2");
  }

  @Test
  void upserting_what_is_there() {
    var _ = books().upsert(book("a"));
    assertThat(calls.getFirst()).isEqualTo("access query");
    assertThat(calls.subList(1, calls.size()))
        .containsExactly(
            "before save where data",
            "persist where data current",
            "loaded data old",
            "after save instance old");
  }

  @Test
  void upserting_what_is_not_there() {
    var _ = books().upsert(book("c"));
    assertThat(calls.getFirst()).isEqualTo("access query");
    assertThat(calls.subList(1, calls.size()))
        .containsExactly(
            "before save where data",
            "persist where data current",
            "loaded data new",
            "after save instance new");
  }

  @Test
  void finding_or_creating() {
    var _ = books().findOrCreate(where("isbn", "c"), book("c"), Options.NONE);
    assertThat(calls)
        .containsExactly(
            "access query",
            "before save instance new",
            "persist where data current new",
            "loaded data new",
            "after save instance new");
    calls.clear();
    var _ = books().findOrCreate(where("isbn", "c"), book("c"), Options.NONE);
    assertThat(calls)
        .containsExactly(
            "access query",
            "before save instance new",
            "persist where data current new",
            "loaded data old");
  }

  @Test
  void an_id_that_an_observer_slips_in_moves_no_row() {
    var _ = books().observe(Hook.PERSIST, context -> context.set("isbn", "moved"));
    var _ = books().updateAll(Filter.all(), Map.of("pages", 2));
    var _ = books().patch("a", Map.of("pages", 3));
    var _ = books().upsert(book("b"));
    assertThat(books().find()).extracting(Entity::id).containsExactly("a", "b");
    assertThat(books().findById("a")).isPresent();
  }

  @Test
  void removing_all() {
    var _ = books().deleteAll(Filter.all());
    assertThat(calls)
        .containsExactly("access query", "before delete where", "after delete where count=2");
  }

  @Test
  void removing_by_id() {
    var _ = books().deleteById("a");
    assertThat(calls)
        .containsExactly("access query", "before delete where", "after delete where count=1");
  }

  @Test
  void removing_an_entity() {
    Entity book = books().findById("a").orElseThrow();
    calls.clear();
    var _ = books().delete(book);
    assertThat(calls)
        .containsExactly(
            "access query", "before delete where instance", "after delete where instance count=1");
  }

  @Test
  void without_notice_there_is_no_after_save() {
    var _ = books().create(book("c"), Options.of("notify", false));
    assertThat(calls).containsExactly(CREATION[0], CREATION[1], CREATION[2]);
    calls.clear();
    var _ = books().deleteAll(Filter.all(), Options.of("notify", false));
    assertThat(calls).isEmpty();
  }
}
