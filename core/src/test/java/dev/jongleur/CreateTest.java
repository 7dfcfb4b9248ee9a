package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.BINARY;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelSettings;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.QueryException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-156 to F-169, F-077. */
class CreateTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model users() {
    return nothing.acme("User", u -> u.property("name", STRING, required()));
  }

  /** A model whose rows bring their own ids. */
  private Model books() {
    return nothing.acme("Book", b -> b.property("isbn", STRING, id()).property("pages", NUMBER));
  }

  @Test
  void a_row_is_stored_with_a_generated_id() {
    Model users = users();
    Entity ada = users.create(Map.of("name", "Ada"));
    assertThat(ada.id()).isEqualTo(1L);
    assertThat(ada.isStored()).isTrue();
    assertThat(users.create(Map.of("name", "Bob")).id()).isEqualTo(2L);
    assertThat(users.findById("1")).contains(ada);
  }

  @Test
  void making_stores_nothing() {
    Model users = users();
    Entity made = users.make(Map.of("name", "Ada"));
    assertThat(made.isStored()).isFalse();
    assertThat(users.count()).isZero();
    assertThat(users.create(made, Options.NONE).id()).isEqualTo(1L);
    assertThat(made.id()).isNull();
  }

  @Test
  void an_id_that_is_generated_cannot_be_given() {
    Model users = users();
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> users.create(Map.of("id", 7, "name", "Ada")))
        .satisfies(e -> assertThat(e.codes()).isEqualTo(Map.of("id", List.of("absence"))));
    assertThat(users.count()).isZero();
  }

  @Test
  void without_force_a_larger_id_moves_the_sequence() {
    Model users = nothing.acme("User", u -> u.settings(ModelSettings.DEFAULT.withForceId(false)));
    var _ = users.create(Map.of("id", 7));
    assertThat(users.create(Map.of()).id()).isEqualTo(8L);
    assertThat(users.create(Map.of("id", 3)).id()).isEqualTo(3L);
    // As in the original, a number that is brought takes its turn in the sequence too.
    assertThat(users.create(Map.of()).id()).isEqualTo(10L);
  }

  @Test
  void an_id_that_is_taken_is_refused() {
    Model books = books();
    var _ = books.create(Map.of("isbn", "a", "pages", 1));
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> books.create(Map.of("isbn", "a", "pages", 2)))
        .satisfies(e -> assertThat(e.status()).isEqualTo(409));
    assertThat(books.find()).extracting(book -> book.get("pages")).containsExactly(1L);
  }

  @Test
  void ids_of_bytes_are_told_apart() {
    Model blobs = nothing.memory().define("Blob", b -> b.property("hash", BINARY, id()));
    var _ = blobs.create(Map.of("hash", "a"));
    var _ = blobs.create(Map.of("hash", "b"));
    assertThat(blobs.count()).isEqualTo(2);
    assertThat(blobs.findById("b")).isPresent();
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> blobs.create(Map.of("hash", "a")));
  }

  @Test
  void all_are_stored_or_none() {
    Model books = books();
    List<Map<String, Object>> twice =
        List.of(Map.of("isbn", "a"), Map.of("isbn", "b"), Map.of("isbn", "a"));
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> books.createAll(twice))
        .withCauseInstanceOf(DuplicateException.class)
        .satisfies(e -> {
          assertThat(e.status()).isEqualTo(409);
          assertThat(e.details()).containsEntry("index", 2);
          assertThat(e.failures()).hasSize(3).startsWith(null, null);
        });
    assertThat(books.count()).isZero();
    assertThat(books.createAll(twice.subList(0, 2)))
        .extracting(Entity::id)
        .containsExactly("a", "b");
  }

  @Test
  void one_invalid_item_keeps_all_from_being_stored() {
    Model users = users();
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> users.createAll(List.of(Map.of("name", "Ada"), Map.of())))
        .withCauseInstanceOf(ValidationException.class)
        .satisfies(e -> assertThat(e.details()).containsEntry("index", 1));
    assertThat(users.count()).isZero();
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> users.createAll(List.of()));
  }

  @Test
  void each_item_fares_for_itself() {
    Model users = users();
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() ->
            users.createEach(
                List.of(Map.of("name", "Ada"), Map.of(), Map.of("name", "Bob")), Options.NONE))
        .satisfies(e -> {
          assertThat(e.status()).isEqualTo(422);
          assertThat(e.failures()).hasSize(3);
          assertThat(e.failures().get(0)).isNull();
          assertThat(e.failures().get(1)).isInstanceOf(ValidationException.class);
        });
    assertThat(users.find()).extracting(user -> user.get("name")).containsExactly("Ada", "Bob");
    assertThat(users.createEach(List.of(), Options.NONE)).isEmpty();
  }

  @Test
  void a_list_of_two_hundred_keeps_its_order() {
    Model users = users();
    List<Map<String, Object>> items =
        java.util.stream.IntStream.range(0, 200)
            .<Map<String, Object>>mapToObj(i -> Map.of("name", "n" + i))
            .toList();
    List<Entity> created = users.createEach(items, Options.NONE);
    assertThat(created).extracting(user -> user.get("name")).isEqualTo(names(items));
    assertThat(created).extracting(Entity::id).doesNotHaveDuplicates();
  }

  private static List<Object> names(List<Map<String, Object>> items) {
    return items.stream().map(item -> item.get("name")).map(Object.class::cast).toList();
  }

  @Test
  void operators_of_a_backend_are_no_data() {
    Model books = books();
    var _ = books.create(Map.of("isbn", "a", "pages", 1));
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> books.patch("a", Map.of("pages", Map.of("$inc", 1))))
        .satisfies(e -> assertThat(e.code()).isEqualTo("OPERATOR_NOT_ALLOWED_IN_QUERY"));
    assertThat(books.find()).extracting(book -> book.get("pages")).containsExactly(1L);
  }

  @Test
  void data_is_nested_as_deep_as_the_settings_say() {
    Model notes = nothing.acme("Note", n -> n.property("v", ANY));
    assertThat(notes.create(Map.of("v", nested(62))).isStored()).isTrue();
    assertTooDeep(() -> notes.create(Map.of("v", nested(64))));
    assertTooDeep(() -> notes.patch(1, Map.of("v", nested(64))));
    assertTooDeep(() -> notes.replace(1, Map.of("v", nested(64))));
    assertTooDeep(() -> notes.upsert(Map.of("id", 1, "v", nested(64))));
    assertTooDeep(() -> notes.updateAll(Filter.all(), Map.of("v", nested(64))));
    assertTooDeep(() -> notes.create(Map.of("v", nested(3)), Options.of("maxDepthOfData", 3)));
    assertThat(notes.create(Map.of("v", nested(80)), Options.of("maxDepthOfData", 90)).isStored())
        .isTrue();
  }

  private static Object nested(int depth) {
    Object value = 1;
    for (int i = 0; i < depth; i++) {
      value = Map.of("n", value);
    }
    return value;
  }

  private static void assertTooDeep(ThrowingCallable storing) {
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(storing)
        .satisfies(e -> assertThat(e.code()).isEqualTo("QUERY_OBJECT_TOO_DEEP"));
  }

  @Test
  void data_that_lies_within_itself_is_refused() {
    Model notes = nothing.acme("Note", n -> n.property("v", ANY));
    Map<String, Object> circle = new HashMap<>();
    circle.put("v", List.of(circle));
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> notes.create(circle))
        .satisfies(e -> assertThat(e.code()).isEqualTo("QUERY_OBJECT_IS_CIRCULAR"));
    assertThatExceptionOfType(QueryException.class).isThrownBy(() -> notes.make(circle));
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> notes.updateAll(Filter.all(), circle));
  }

  @Test
  void a_list_of_nothing_is_created_at_once() {
    assertThat(users().createEach(List.of())).isEmpty();
  }
}
