package dev.jongleur.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.KeyValueModel;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.query.KeyPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patterns of keys as a stranger sends them, asked of two tenants. */
class FuzzKeyPatternsTest {
  private static final int KEYS = 400;
  private static final int LONGEST = 8_192;

  private final Jongleur jongleur =
      Jongleur.builder()
          .dataSource("main", Settings.of("kv-memory"))
          .blueprint(Blueprint.of("main", List.of(ModelDefinition.of("Session", _ -> {}))))
          .build();
  private final KeyValueModel acme = jongleur.onboard("acme").keyValue("Session");
  private final KeyValueModel globex = jongleur.onboard("globex").keyValue("Session");
  private final SortedSet<String> ofAcme = new TreeSet<>();
  private final SortedSet<String> ofGlobex = new TreeSet<>();

  @BeforeEach
  void set_keys() {
    var random = new Random(1);
    for (int i = 0; i < KEYS; i++) {
      ofAcme.add(KeyPatterns.key(random));
      ofGlobex.add(KeyPatterns.key(random));
    }
    ofAcme.add("a".repeat(LONGEST));
    ofAcme.add("ab".repeat(LONGEST / 2));
    ofAcme.add("a/".repeat(LONGEST / 2));
    ofAcme.forEach(key -> acme.set(key, "acme's"));
    ofGlobex.forEach(key -> globex.set(key, "globex's"));
  }

  @AfterEach
  void close() {
    jongleur.close();
  }

  @Test
  void patterns_of_keys() {
    Fuzzing.ofText("key patterns", KeyPatterns::text, this::ask).run(FuzzTime.share());
  }

  private void ask(String pattern) {
    List<String> found = acme.keys(pattern).toList();
    KeyPattern read = KeyPattern.of(pattern);
    assertThat(found)
        .containsExactlyElementsOf(ofAcme.stream().filter(read::matches).toList())
        .allMatch(key -> key.startsWith(read.prefix()));
    assertThat(globex.keys(pattern))
        .containsExactlyElementsOf(ofGlobex.stream().filter(read::matches).toList());
    seeThatAllOthersAreTheRest(pattern, found);
    seeThatItFindsItself(pattern);
  }

  private void seeThatAllOthersAreTheRest(String pattern, List<String> found) {
    if (!pattern.isEmpty() && pattern.length() < KeyPattern.MOST) {
      var all = new ArrayList<>(found);
      acme.keys("!" + pattern).forEach(all::add);
      assertThat(all).containsExactlyInAnyOrderElementsOf(ofAcme);
    }
  }

  /** Every character taken literally, a pattern is a key, and finds it and no other. */
  private void seeThatItFindsItself(String pattern) {
    String literally = pattern.replaceAll("(?s)[^/]", "\\\\$0");
    if (!pattern.isEmpty() && literally.length() <= KeyPattern.MOST) {
      acme.set(pattern, "its own");
      assertThat(acme.keys(literally)).containsExactly(pattern);
      if (!ofAcme.contains(pattern)) {
        assertThat(acme.delete(pattern)).isTrue();
      }
    }
  }
}
