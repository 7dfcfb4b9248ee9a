package dev.jongleur.memory.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TrieTest {
  /** A key of few hash codes, so that many clash. */
  private record Key(int number, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  private static Key key(Random random, int range, int hashes) {
    int number = random.nextInt(range);
    return new Key(number, number % hashes);
  }

  @Property(tries = 500)
  void a_trie_is_what_a_hash_map_is_through_all_changes(@ForAll long seed) {
    var random = new Random(seed);
    int range = 1 + random.nextInt(800);
    int hashes = 1 + random.nextInt(800);
    Map<Key, Integer> expected = new HashMap<>();
    Trie<Integer> trie = Trie.empty();
    for (int i = 0; i < 800; i++) {
      Key key = key(random, range, hashes);
      if (random.nextInt(800) < i) {
        expected.remove(key);
        trie = trie.without(key);
      } else {
        expected.put(key, i);
        trie = trie.with(key, i);
      }
    }
    for (int number = 0; number < range; number++) {
      var key = new Key(number, number % hashes);
      assertThat(trie.get(key)).isEqualTo(expected.get(key));
    }
    for (Key key : expected.keySet()) {
      trie = trie.without(key);
    }
    assertThat(trie).isSameAs(Trie.empty());
  }

  @Test
  void a_change_leaves_the_trie_as_it_was() {
    Trie<Integer> before = Trie.empty();
    for (int i = 0; i < 1_000; i++) {
      before = before.with(new Key(i, i % 100), i);
    }
    Trie<Integer> after = before;
    for (int i = 0; i < 1_000; i += 2) {
      after = after.without(new Key(i, i % 100)).with(new Key(i + 1, (i + 1) % 100), -1);
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(before.get(new Key(i, i % 100))).isEqualTo(i);
    }
    assertThat(after.get(new Key(7, 7))).isEqualTo(-1);
    assertThat(after.get(new Key(8, 8))).isNull();
    assertThat(after.without(new Key(8, 8))).isSameAs(after);
    assertThat(after.without(new Key(5_000, 5_000))).isSameAs(after);
  }
}
