package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelSettings;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MisuseException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.PersistContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-354: what the hooks of a list that is stored at once see, and what they may change. */
class CreateAllHooksTest {
  private static final List<Map<String, Object>> TWO =
      List.of(Map.of("isbn", "a", "pages", 1), Map.of("isbn", "b", "pages", 2));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final List<Object> seen = new ArrayList<>();

  private Model books() {
    return nothing.acme("Book", b -> b.property("isbn", STRING, id()).property("pages", NUMBER));
  }

  private static Model loading(NothingIsLeftBehind nothing) {
    return nothing.acme(
        "Book",
        b ->
            b.property("isbn", STRING, id())
                .property("pages", NUMBER)
                .settings(ModelSettings.DEFAULT.with("updateOnLoad", true)));
  }

  @Test
  void persist_sees_all_rows_at_once_and_changes_each() {
    Model books = books();
    var _ =
        books.observe(
            Hook.PERSIST,
            persist -> {
              seen.add(persist.items().size());
              for (PersistContext item : persist.items()) {
                item.set("pages", item.get("pages") + "0");
              }
            });
    assertThat(books.createAll(TWO)).extracting(book -> book.get("pages")).containsExactly(1L, 2L);
    assertThat(books.find()).extracting(book -> book.get("pages")).containsExactly(10L, 20L);
    assertThat(seen).containsExactly(2);
  }

  @Test
  void a_value_set_on_all_is_set_on_each() {
    Model books = books();
    var _ = books.observe(Hook.PERSIST, persist -> persist.set("pages", 7));
    var _ = books.createAll(TWO);
    assertThat(books.find()).extracting(book -> book.get("pages")).containsExactly(7L, 7L);
  }

  @Test
  void the_values_of_all_are_nobodys_and_nothing_is_stored() {
    Model books = books();
    var _ = books.observe(Hook.PERSIST, persist -> seen.add(persist.data()));
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> books.createAll(TWO))
        .withMessageContainingAll("persist", "Book", "items()");
    assertThat(books.count()).isZero();
    var _ = books.createAll(TWO.subList(0, 1));
    assertThat(seen).containsExactly(Map.of("isbn", "a", "pages", 1L));
  }

  @Test
  void loaded_sees_all_rows_at_once_and_changes_what_is_shown_where_told_to() {
    Model books = loading(nothing);
    var _ =
        books.observe(
            Hook.LOADED,
            loaded -> {
              seen.add(loaded.items().stream().map(item -> item.get("isbn")).toList());
              loaded.items().getLast().set("pages", 9);
            });
    assertThat(books.createAll(TWO)).extracting(book -> book.get("pages")).containsExactly(1L, 9L);
    assertThat(seen).containsExactly(List.of("a", "b"));
  }

  @Test
  void each_item_has_a_state_of_its_own_and_the_whole_has_one() {
    Model books = books();
    var _ =
        books.observe(
            Hook.BEFORE_SAVE,
            save -> {
              assertThat(save.state()).isEmpty();
              save.state().put("of", String.valueOf(save.get("isbn")));
            });
    var _ =
        books.observe(
            Hook.PERSIST,
            persist -> {
              assertThat(persist.state()).isEmpty();
              persist.state().put("of", "all");
              persist.items().forEach(item -> seen.add(String.valueOf(item.state().get("of"))));
            });
    var _ = books.observe(Hook.LOADED, loaded -> seen.add(loaded.state() + ""));
    var _ = books.observe(Hook.AFTER_SAVE, saved -> seen.add(saved.state() + ""));
    var _ = books.createAll(TWO);
    assertThat(seen).containsExactly("a", "b", "{of=all}", "{of=a}", "{of=b}");
  }

  @Test
  void there_is_no_row_before() {
    Model books = books();
    var _ =
        books.observe(
            Hook.PERSIST.withPrevious(),
            persist -> {
              seen.addAll(persist.previous());
              persist.items().forEach(item -> seen.addAll(item.previous()));
            });
    var _ = books.observe(Hook.AFTER_SAVE, saved -> seen.addAll(saved.previous()));
    assertThat(books.createAll(TWO)).hasSize(2);
    assertThat(seen).isEmpty();
  }

  @Test
  void what_cannot_be_read_names_its_item() {
    Model books = books();
    List<Map<String, Object>> bad = List.of(Map.of("isbn", "a"), Map.of("constructor", 1));
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> books.createAll(bad))
        .withCauseInstanceOf(DataException.class)
        .satisfies(e -> assertThat(e.details()).containsEntry("index", 1))
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    assertThat(books.count()).isZero();
  }

  @Test
  void what_fails_before_saving_names_its_item() {
    Model books = books();
    var _ =
        books.observe(
            Hook.BEFORE_SAVE,
            save -> {
              if ("b".equals(save.get("isbn"))) {
                throw new IllegalArgumentException("not this one");
              }
            });
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> books.createAll(TWO))
        .withCauseInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.details()).containsEntry("index", 1));
    assertThat(books.count()).isZero();
  }
}
