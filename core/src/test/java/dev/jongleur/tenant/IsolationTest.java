package dev.jongleur.tenant;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.Tenant;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three tenants at once, each doing random things with the same ids: none sees another's row. */
class IsolationTest {
  private static final int STEPS = 5_000;
  private static final ModelDefinition NOTE =
      ModelDefinition.of(
          "Note",
          n -> n.property("key", STRING, id()).property("owner", STRING).property("n", NUMBER));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @RepeatedTest(3)
  void no_tenant_ever_sees_a_row_of_another(RepetitionInfo repetition) throws Exception {
    Jongleur jongleur = nothing.application(NOTE);
    List<Tenant> tenants =
        List.of(jongleur.onboard("acme"), jongleur.onboard("globex"), jongleur.onboard("initech"));
    var _ =
        Race.of(
            3,
            runner -> {
              var random = new Random(31L * repetition.getCurrentRepetition() + runner);
              return new Life(tenants.get(runner), random).live();
            });
  }

  /** One tenant's random life, with what it should see. */
  private static final class Life {
    private final Tenant tenant;
    private final Model notes;
    private final Random random;
    private final TreeMap<String, Long> expected = new TreeMap<>();

    Life(Tenant tenant, Random random) {
      this.tenant = tenant;
      this.notes = tenant.model("Note");
      this.random = random;
    }

    int live() {
      for (int i = 0; i < STEPS; i++) {
        step();
      }
      return STEPS;
    }

    private void step() {
      String key = "k" + random.nextInt(20);
      long n = random.nextInt(5);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> upsert(key, n);
        case 3 -> assertThat(notes.deleteById(key)).isEqualTo(removed(key));
        case 4 -> updateAll(n);
        case 5 -> deleteAll(n);
        case 6 -> look(key);
        default -> fold();
      }
    }

    private void upsert(String key, long n) {
      var data = Map.of("key", key, "owner", tenant.name(), "n", n);
      Entity stored =
          random.nextBoolean() ? notes.upsert(data) : notes.replaceOrCreate(data, Options.NONE);
      assertThat(stored.get("owner")).isEqualTo(tenant.name());
      expected.put(key, n);
    }

    private long removed(String key) {
      return expected.remove(key) == null ? 0 : 1;
    }

    private void updateAll(long n) {
      long count = expected.values().stream().filter(value -> value > n).count();
      assertThat(notes.updateAll(where("n").gt(n), Map.of("n", n))).isEqualTo(count);
      expected.replaceAll((_, value) -> value > n ? n : value);
    }

    private void deleteAll(long n) {
      long before = expected.size();
      expected.values().removeIf(value -> value == n);
      assertThat(notes.deleteAll(where("n", n))).isEqualTo(before - expected.size());
    }

    private void look(String key) {
      assertThat(notes.exists(key)).isEqualTo(expected.containsKey(key));
      List<Entity> rows = notes.find(Filter.all());
      assertThat(rows).extracting(row -> row.get("owner")).allMatch(tenant.name()::equals);
      assertThat(rows).extracting(Entity::id).containsExactlyElementsOf(expected.keySet());
      assertThat(rows).extracting(row -> row.get("n")).isEqualTo(List.copyOf(expected.values()));
    }

    private void fold() {
      if (random.nextInt(20) == 0) {
        tenant.fold();
      }
    }
  }
}
