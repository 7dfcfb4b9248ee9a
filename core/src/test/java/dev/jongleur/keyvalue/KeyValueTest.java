package dev.jongleur.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.ClockByHand;
import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.KeyValueModel;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.error.CapacityException;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.UnsupportedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyValueTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final ClockByHand clock = new ClockByHand();
  private Jongleur jongleur;
  private KeyValueModel sessions;
  private KeyValueModel ofGlobex;

  @BeforeEach
  void two_tenants_with_sessions() {
    jongleur = application(Settings.of("kv-memory"));
    sessions = jongleur.onboard("acme").keyValue("Session");
    ofGlobex = jongleur.onboard("globex").keyValue("Session");
  }

  private Jongleur application(Settings cache) {
    Blueprint blueprint =
        Blueprint.of("main", List.of(ModelDefinition.of("Order", _ -> {})))
            .with(ModelDefinition.of("Session", _ -> {}), "cache")
            .with(ModelDefinition.of("Basket", _ -> {}), "cache");
    return nothing.closing(
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .dataSource("cache", cache)
            .blueprint(blueprint)
            .clock(clock)
            .build());
  }

  @Test
  void a_value_comes_back_as_the_kind_that_it_was() {
    List<Object> values =
        List.of(
            "text",
            "",
            true,
            7L,
            Long.MAX_VALUE,
            1.5,
            Double.NaN,
            new BigDecimal("1.10"),
            Instant.parse("2026-01-02T03:04:05.678901234Z"),
            new UUID(1, 2),
            Binary.of(new byte[] {0, -1}),
            new GeoPoint(1, 2),
            List.of(1L, "x", List.of()),
            Map.of("a", 1L, "b", Map.of("at", Instant.EPOCH)));
    for (Object value : values) {
      sessions.set("k", value);
      assertThat(sessions.get("k")).contains(value);
    }
    assertThat(ofGlobex.get("k")).isEmpty();
  }

  @Test
  void a_value_cannot_be_changed_from_outside() {
    var inner = new ArrayList<Object>(List.of(1));
    var value = new HashMap<String, Object>(Map.of("list", inner));
    value.put("nothing", null);
    sessions.set("k", value);
    inner.add(2);
    Map<?, ?> kept = sessions.get("k", Map.class).orElseThrow();
    assertThat(kept.get("list")).isEqualTo(List.of(1L));
    assertThat(kept.containsKey("nothing")).isTrue();
    assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
    var list = (List<?>) Objects.requireNonNull(kept.get("list"));
    assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  record Visit(String user, int pages, Optional<Place> place) {}

  record Place(String city) {}

  @Test
  void a_record_is_kept_and_read_as_one() {
    var visit = new Visit("ada", 3, Optional.of(new Place("Turin")));
    sessions.set("k", visit);
    assertThat(sessions.get("k"))
        .contains(Map.of("user", "ada", "pages", 3L, "place", Map.of("city", "Turin")));
    assertThat(sessions.get("k", Visit.class).orElseThrow().user()).isEqualTo("ada");
    sessions.set("k", new Place("Faro"));
    assertThat(sessions.get("k", Place.class)).contains(new Place("Faro"));
  }

  @Test
  void a_value_is_read_as_a_type_that_it_is() {
    sessions.set("n", 7);
    assertThat(sessions.get("n", Integer.class)).contains(7);
    assertThat(sessions.get("n", int.class)).contains(7);
    assertThat(sessions.get("n", Long.class)).contains(7L);
    assertThat(sessions.get("none", Long.class)).isEmpty();
    assertThatThrownBy(() -> sessions.get("n", Instant.class))
        .isInstanceOf(DataException.class)
        .hasMessage("A value under a key is a Long, not a Instant.");
  }

  @Test
  void what_cannot_be_kept_is_refused_and_what_was_there_stays() {
    sessions.set("k", "before");
    var endless = new ArrayList<Object>();
    endless.add(endless);
    for (Object value : List.of(new Object(), endless, Map.of("t", Thread.currentThread()))) {
      assertThatThrownBy(() -> sessions.set("k", value)).isInstanceOf(DataException.class);
    }
    for (String key : List.of("", "k".repeat(8_193))) {
      assertThatThrownBy(() -> sessions.set(key, 1))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("Session");
    }
    assertThatThrownBy(() -> sessions.set("k", 1, Duration.ZERO)).isInstanceOf(DataException.class);
    assertThat(sessions.get("k")).contains("before");
  }

  @Test
  void a_key_lives_as_long_as_it_was_told() {
    sessions.set("k", 1, MINUTE);
    clock.pass(MINUTE.minusMillis(1));
    assertThat(sessions.get("k")).contains(1L);
    assertThat(sessions.ttl("k")).contains(Duration.ofMillis(1));
    clock.pass(Duration.ofMillis(1));
    assertThat(sessions.get("k")).isEmpty();
    assertThat(sessions.keys()).isEmpty();
    assertThat(sessions.delete("k")).isFalse();
    assertThatThrownBy(() -> sessions.ttl("k"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no such key in \"Session\".");
    assertThatThrownBy(() -> sessions.expire("k", MINUTE)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void setting_again_ends_the_time_to_live() {
    sessions.set("k", 1, MINUTE);
    sessions.set("k", 2);
    clock.pass(MINUTE);
    assertThat(sessions.get("k")).contains(2L);
    assertThat(sessions.ttl("k")).isEmpty();
    sessions.expire("k", MINUTE.multipliedBy(2));
    clock.pass(MINUTE);
    assertThat(sessions.ttl("k")).contains(MINUTE);
    sessions.expire("k", Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(sessions.ttl("k")).isEmpty();
  }

  @Test
  void keys_are_those_of_one_model_of_one_tenant() {
    KeyValueModel baskets = jongleur.tenant("acme").keyValue("Basket");
    sessions.set("a:1", 1);
    sessions.set("a:2", 2);
    sessions.set("b:1", 3);
    baskets.set("a:1", 4);
    ofGlobex.set("a:1", 5);
    assertThat(sessions.keys("a:*")).containsExactly("a:1", "a:2");
    assertThat(sessions.deleteAll()).isEqualTo(3);
    assertThat(sessions.keys()).isEmpty();
    assertThat(baskets.get("a:1")).contains(4L);
    assertThat(ofGlobex.get("a:1")).contains(5L);
  }

  @Test
  void keys_are_read_as_the_stream_goes_on() {
    IntStream.range(0, 10_000).forEach(i -> sessions.set("key-number-%05d".formatted(i), i));
    sessions.set("other", 1);
    try (var keys = sessions.keys("key-*")) {
      var all = keys.iterator();
      assertThat(all.next()).isEqualTo("key-number-00000");
      sessions.delete("key-number-09999");
      sessions.set("key-number-99999", 1);
      var rest = new ArrayList<String>();
      all.forEachRemaining(rest::add);
      assertThat(rest)
          .hasSize(9_999)
          .contains("key-number-09998", "key-number-99999")
          .doesNotContain("key-number-09999", "other");
    }
  }

  @Test
  void rows_and_keys_are_not_mistaken_for_each_other() {
    Model rows = jongleur.tenant("acme").model("Session");
    assertThatThrownBy(rows::find)
        .isInstanceOf(UnsupportedException.class)
        .hasMessageContaining("\"Session\"")
        .hasMessageContaining("get and set");
    assertThatThrownBy(() -> rows.create(Map.of())).isInstanceOf(UnsupportedException.class);
    KeyValueModel keys = jongleur.tenant("acme").keyValue("Order");
    assertThatThrownBy(() -> keys.get("k"))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageContaining("\"Order\"")
        .hasMessageContaining("find and create");
    assertThatThrownBy(() -> jongleur.tenant("acme").keyValue("None"))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void a_data_source_defines_what_it_is_asked_for() {
    try (DataSource cache = DataSource.open("kv-memory")) {
      KeyValueModel pages = cache.keyValue("Page");
      pages.set("/", "home");
      assertThat(cache.keyValue("Page").get("/")).contains("home");
      assertThat(cache.models()).containsExactly("Page");
      cache.automigrate("Page");
      assertThat(pages.get("/")).isEmpty();
    }
    try (DataSource memory = DataSource.open("memory")) {
      assertThatThrownBy(() -> memory.keyValue("Page")).isInstanceOf(UnsupportedException.class);
    }
  }

  @Test
  void data_stays_while_a_tenant_is_folded_and_goes_when_it_is_erased() {
    sessions.set("k", 1);
    ofGlobex.set("k", 2);
    jongleur.tenant("acme").fold();
    assertThat(sessions.get("k")).contains(1L);
    jongleur.tenant("acme").erase("acme");
    assertThat(jongleur.onboard("acme").keyValue("Session").keys()).isEmpty();
    assertThat(ofGlobex.get("k")).contains(2L);
    assertThatThrownBy(() -> sessions.get("k")).isInstanceOf(ClosedException.class);
  }

  @Test
  void all_values_together_have_a_bound() {
    jongleur = application(Settings.of("kv-memory").with("maxBytes", 10_000));
    sessions = jongleur.onboard("acme").keyValue("Session");
    sessions.set("old", "x".repeat(2_000), MINUTE);
    sessions.set("k", "before");
    assertThatThrownBy(() -> sessions.set("k", "x".repeat(4_000)))
        .isInstanceOf(CapacityException.class)
        .hasMessageContaining("maxBytes");
    assertThat(sessions.get("k")).contains("before");
    clock.pass(MINUTE);
    sessions.set("k", "x".repeat(4_000));
    sessions.delete("k");
    sessions.set("k", "x".repeat(4_000));
  }

  @Test
  void a_tenant_can_be_given_a_bound_of_its_own() {
    jongleur = application(Settings.of("kv-memory").with("maxBytesPerTenant", 10_000));
    KeyValueModel greedy = jongleur.onboard("acme").keyValue("Session");
    assertThatThrownBy(
            () -> IntStream.range(0, 100).forEach(i -> greedy.set("k" + i, "x".repeat(500))))
        .isInstanceOf(CapacityException.class);
    jongleur.onboard("globex").keyValue("Session").set("k", "x".repeat(500));
    assertThatThrownBy(() -> application(Settings.of("kv-memory").with("maxBytes", "much")))
        .isInstanceOf(DefinitionException.class);
  }
}
