package dev.jongleur.proof.crash;

import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.Model;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An owner after a crash: everything that is to hold of its rows. */
final class Survivor {
  private final Owner owner;
  private final State expected;

  Survivor(Owner owner, State expected) {
    this.owner = owner;
    this.expected = expected;
  }

  /** Looks, and adds a row at the end. */
  void check() {
    assertThat(State.rowsOf(owner)).isEqualTo(expected.rows());
    checkIndexes(owner.model(Models.ACCOUNT), "name", "mail", "balance");
    checkIndexes(owner.model(Models.DOCUMENT), "code", "title");
    checkIndexes(owner.model(Models.SEAT), "guest");
    checkIndexes(owner.model(Models.NOTE), "text");
    checkUniqueKeys();
    checkThatIdsGoOn();
  }

  private void checkIndexes(Model model, String... properties) {
    List<Entity> all = model.find();
    for (String property : properties) {
      for (Entity row : all) {
        checkEqual(model, all, property, row.get(property));
      }
      checkEqual(model, all, property, property.equals("balance") ? -77 : "nobody's");
    }
    if (model.name().equals(Models.ACCOUNT)) {
      checkFound(
          model,
          all,
          where("balance").gt(4),
          row -> row.get("balance") instanceof Number balance && balance.doubleValue() > 4);
    }
  }

  private static void checkEqual(
      Model model, List<Entity> all, String property, @Nullable Object value) {
    if (value != null) {
      Filter filter = where(property).eq(value);
      checkFound(model, all, filter, row -> Objects.equals(row.get(property), value));
      checkIsIndexed(model, filter);
    }
  }

  /**
   * Rows without a key are gone through. Of others a few more than are found are looked at only
   * where reading all takes less than an index.
   */
  private static void checkIsIndexed(Model model, Filter filter) {
    Explanation explained = model.explain(filter);
    if (model.definition().hasKey()) {
      assertThat(explained.examined())
          .as("%s of %s: %s", filter, model, explained)
          .isLessThanOrEqualTo(explained.returned() * 3 / 2 + 1);
    }
  }

  /** By an index as by looking at every row. */
  private static void checkFound(
      Model model, List<Entity> all, Filter filter, Predicate<Entity> matches) {
    assertThat(model.find(filter))
        .as("%s of %s", filter, model)
        .containsExactlyInAnyOrderElementsOf(all.stream().filter(matches).toList());
  }

  private void checkUniqueKeys() {
    checkUnique(owner.model(Models.ACCOUNT), "mail");
    checkUnique(owner.model(Models.DOCUMENT), "code");
  }

  private static void checkUnique(Model model, String property) {
    for (Entity row : model.find()) {
      Object taken = row.get(property);
      if (taken != null) {
        assertThatThrownBy(() -> model.create(Map.of(property, taken)))
            .isInstanceOf(DuplicateException.class);
      }
    }
  }

  private void checkThatIdsGoOn() {
    Entity next = owner.model(Models.ACCOUNT).create(Map.of("mail", "after the crash"));
    assertThat(State.numberOf(next)).isGreaterThan(expected.highestId());
  }
}
