package dev.jongleur.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Sorting;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * For random definitions, rows, changes and questions: with all indexes the planner answers as
 * going through every row does, one by one, for each of two tenants. Ten thousand tries of five
 * questions each; more rounds of each by {@code -Djongleur.rounds=N}.
 */
class PlannedTest {
  private static final int ROUNDS = Integer.getInteger("jongleur.rounds", 1);

  @Property(tries = 10_000)
  void the_planner_answers_as_a_scan_does(@ForAll long seed) {
    for (int round = 0; round < ROUNDS; round++) {
      try (var connector = new MemoryConnector(Settings.of("memory"), java.util.Optional.empty())) {
        new Trial(seed + round, connector).run();
      }
    }
  }

  /** Two tenants with rows of one definition, and what should be there. */
  private static final class Trial {
    private final Random random;
    private final RandomRows make;
    private final ModelDefinition model;
    private final Tenancy acme;
    private final Tenancy globex;

    Trial(long seed, MemoryConnector connector) {
      random = new Random(seed);
      make = new RandomRows(random);
      model = make.definition();
      acme = new Tenancy(connector.store(new Partition("acme")));
      globex = new Tenancy(connector.store(new Partition("globex")));
    }

    void run() {
      acme.fill(random.nextInt(60));
      globex.fill(random.nextInt(10));
      acme.ask();
      acme.ask();
      acme.change();
      acme.ask();
      acme.ask();
      globex.ask();
    }

    private final class Tenancy {
      private final Store store;
      private List<Entity> rows = List.of();

      Tenancy(Store store) {
        this.store = store;
      }

      void fill(int count) {
        store.prepare(model);
        var fresh = new ArrayList<Entity>();
        for (int i = 0; i < count; i++) {
          fresh.add(make.row(model));
        }
        rows = new ArrayList<>(store.insertAll(model, fresh));
      }

      void change() {
        Where where = make.where(model);
        Predicate<Entity> matcher = Matcher.of(where);
        if (random.nextInt(3) == 0) {
          long expected = rows.stream().filter(matcher).count();
          rows.removeIf(matcher);
          assertThat(store.delete(model, where)).isEqualTo(expected);
        } else {
          Map<String, @Nullable Object> values = make.values(model);
          long expected = rows.stream().filter(matcher).count();
          rows.replaceAll(row -> matcher.test(row) ? row.set(values) : row);
          assertThat(store.update(model, where, values)).isEqualTo(expected);
        }
        fillMore();
      }

      private void fillMore() {
        for (int i = random.nextInt(5); i > 0; i--) {
          rows.add(store.insert(model, make.row(model)));
        }
      }

      void ask() {
        Filter filter = make.filter(model);
        List<Entity> expected = scanned(filter);
        assertThat(store.find(model, filter))
            .as("%s of %s", filter, model.shape())
            .usingElementComparator(SAME)
            .containsExactlyElementsOf(expected);
        long count = rows.stream().filter(Matcher.of(filter.where())).count();
        assertThat(store.count(model, filter.where())).as("%s", filter.where()).isEqualTo(count);
        assertThat(store.explain(model, filter).returned()).isEqualTo(expected.size());
      }

      private List<Entity> scanned(Filter filter) {
        var found = new ArrayList<>(rows);
        found.removeIf(Matcher.of(filter.where()).negate());
        found.sort(Sorting.of(model, filter));
        int from = Math.min(filter.skip(), found.size());
        int to = filter.limit() == 0 ? found.size() : Math.min(found.size(), from + filter.limit());
        return found.subList(from, to);
      }
    }
  }

  private static final Comparator<Entity> SAME =
      (a, b) -> a.equals(b) ? 0 : String.valueOf(a.toMap()).compareTo(b.toMap() + " ");
}
