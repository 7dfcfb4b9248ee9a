package dev.jongleur.jdbc.sql;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Translates conditions, collecting their values in order. A condition that it cannot translate
 * exactly leaves no value behind. Used once, by one thread.
 */
final class Translation {
  private final ModelDefinition model;
  private final Leaf leaf;
  private final List<Bound> values = new ArrayList<>();

  Translation(Dialect dialect, Table table, ModelDefinition model) {
    this.model = model;
    this.leaf = new Leaf(dialect, table, values);
  }

  List<Bound> values() {
    return values;
  }

  Optional<Test> exact(Where where) {
    return exact(where, false);
  }

  /**
   * The same as a test.
   *
   * @param negated whether it stands under a not, where unknown must be false
   */
  private Optional<Test> exact(Where where, boolean negated) {
    int before = values.size();
    Optional<Test> test =
        switch (where) {
          case Where.And(var parts) -> parts(parts, negated).map(Test::all);
          case Where.Or(var parts) -> parts(parts, negated).map(Test::any);
          case Where.Nor(var parts) -> parts(parts, true).map(Test::any).map(Test.Not::new);
          case Comparison comparison -> comparison(comparison, negated);
        };
    if (test.isEmpty() || hasNoValues(test.get())) {
      values.subList(before, values.size()).clear();
    }
    return test;
  }

  private static boolean hasNoValues(Test test) {
    return test.isAlways() || test.isNever();
  }

  private Optional<List<Test>> parts(List<Where> parts, boolean negated) {
    var tests = new ArrayList<Test>(parts.size());
    for (Where part : parts) {
      Optional<Test> test = exact(part, negated);
      if (test.isEmpty()) {
        return Optional.empty();
      }
      tests.add(test.get());
    }
    return Optional.of(tests);
  }

  private Optional<Test> comparison(Comparison comparison, boolean negated) {
    int slot = model.shape().slot(comparison.property());
    if (slot < 0) {
      return model.isOpen() ? Optional.empty() : Optional.of(ofNothing(comparison));
    }
    if (comparison.isNested()) {
      return Optional.empty();
    }
    return leaf.test(slot, comparison, negated);
  }

  /** What a closed model does not define is null in every row. */
  private Test ofNothing(Comparison comparison) {
    return Matcher.of(comparison).test(Entity.blank(model)) ? Test.always() : Test.never();
  }
}
