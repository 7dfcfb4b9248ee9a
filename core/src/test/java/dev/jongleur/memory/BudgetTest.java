package dev.jongleur.memory;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DataException;
import dev.jongleur.error.LimitException;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BudgetTest {
  private static final ModelDefinition NOTE =
      ModelDefinition.of("Note", n -> n.property("text", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static void full(String limit, ThrowingCallable call) {
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.limit()).isEqualTo(limit));
  }

  @Test
  void rows_beyond_the_bound_are_refused_whole_and_removing_some_makes_room() {
    DataSource db = nothing.closing(nothing.registry().open(bounded("maxRows", 3)));
    Model notes = db.define(NOTE);
    var _ = notes.createAll(List.of(Map.of(), Map.of()));
    full("maxRows", () -> notes.createAll(List.of(Map.of(), Map.of())));
    assertThat(notes.count()).isEqualTo(2);
    var _ = notes.create(Map.of());
    full("maxRows", () -> notes.create(Map.of()));
    full("maxRows", () -> db.transaction(_ -> notes.create(Map.of())));
    assertThat(notes.updateAll(Filter.all(), Map.of("text", "longer"))).isEqualTo(3);
    assertThat(db.figures()).containsEntry("rows", 3L);
    assertThat(notes.deleteById(1)).isEqualTo(1);
    var _ = notes.create(Map.of());
    db.automigrate();
    assertThat(db.figures()).containsEntry("rows", 0L);
    assertThat(notes.createAll(List.of(Map.of(), Map.of(), Map.of()))).hasSize(3);
  }

  @Test
  void bytes_are_estimated_and_bounded() {
    DataSource db = nothing.closing(nothing.registry().open(bounded("maxBytes", 10_000)));
    Model notes = db.define(NOTE);
    full("maxBytes", () -> notes.create(Map.of("text", "x".repeat(10_000))));
    var note = notes.create(Map.of("text", "x".repeat(5_000)));
    full("maxBytes", () -> notes.patch(note, Map.of("text", "x".repeat(10_000))));
    assertThat(notes.findById(1).orElseThrow().get("text")).isEqualTo("x".repeat(5_000));
    assertThat(notes.deleteAll(Filter.all())).isEqualTo(1);
    assertThat(db.figures()).isEqualTo(Map.of("rows", 0L, "bytes", 0L));
  }

  @Test
  void all_tenants_share_the_bound_and_one_that_is_erased_makes_room() {
    Jongleur jongleur =
        nothing.closing(
            Jongleur.builder()
                .dataSource("main", bounded("maxRows", 2))
                .blueprint(Blueprint.of("main", List.of(NOTE)))
                .build());
    Model ofAcme = jongleur.onboard("acme").model("Note");
    Model ofGlobex = jongleur.onboard("globex").model("Note");
    var _ = ofAcme.create(Map.of());
    var _ = ofGlobex.create(Map.of());
    full("maxRows", () -> ofGlobex.create(Map.of()));
    jongleur.tenant("acme").erase("acme");
    var _ = ofGlobex.create(Map.of());
    assertThat(ofGlobex.count()).isEqualTo(2);
  }

  @Test
  void a_bound_that_is_none_is_refused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> nothing.registry().open(bounded("maxRows", 0)));
  }

  private static Settings bounded(String name, int most) {
    return Settings.of("memory").with(name, most);
  }
}
