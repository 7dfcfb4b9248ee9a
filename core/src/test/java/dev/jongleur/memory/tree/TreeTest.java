package dev.jongleur.memory.tree;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.memory.collection.Composite;
import dev.jongleur.memory.collection.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final ModelDefinition ROW =
      ModelDefinition.of("Row", r -> r.property("n", NUMBER).property("m", NUMBER));

  private static Entity row(long id) {
    return Entity.blank(ROW).with(Map.of("id", id));
  }

  @Property(tries = 300)
  void a_tree_is_what_a_sorted_map_is_through_all_changes(@ForAll long seed) {
    var random = new Random(seed);
    int range = 1 + random.nextInt(2_000);
    var expected = new TreeMap<Long, Entity>();
    Tree tree = Tree.empty(Keys.PRIMARY);
    for (int i = 0; i < 1_500; i++) {
      long key = random.nextInt(4) == 0 ? i % range : random.nextInt(range);
      boolean removes = random.nextInt(1_500) < i;
      if (removes) {
        expected.remove(key);
        tree = tree.remove(key, row(key));
      } else {
        Entity row = row(key);
        expected.put(key, row);
        tree = tree.put(key, row);
      }
    }
    assertSame(tree, expected);
    long middle = range / 2;
    assertThat(tree.rank(Place.before(middle))).isEqualTo(expected.headMap(middle).size());
    assertThat(tree.rank(Place.after(middle))).isEqualTo(expected.headMap(middle, true).size());
    assertThat(tree.get(middle)).isSameAs(expected.get(middle));
    assertThat(rows(tree.range(new Span(Optional.of(Place.after(middle)), Optional.empty()))))
        .isEqualTo(List.copyOf(expected.tailMap(middle, false).values()));
  }

  private static void assertSame(Tree tree, Map<Long, Entity> expected) {
    assertThat(tree.size()).isEqualTo(expected.size());
    assertThat(rows(tree.all())).isEqualTo(List.copyOf(expected.values()));
  }

  private static List<Entity> rows(Rows rows) {
    var all = new ArrayList<Entity>();
    for (@Nullable Entity row = rows.next(); row != null; row = rows.next()) {
      all.add(row);
    }
    return all;
  }

  @Test
  void a_change_leaves_the_tree_as_it_was() {
    Tree before = Tree.empty(Keys.PRIMARY);
    for (long id = 0; id < 500; id++) {
      before = before.put(id, row(id));
    }
    List<Entity> rows = rows(before.all());
    Tree after = before;
    for (long id = 0; id < 500; id += 2) {
      after = after.remove(id, row(id)).put(id + 1_000, row(id + 1_000));
    }
    assertThat(rows(before.all())).isEqualTo(rows);
    assertThat(after.size()).isEqualTo(500);
    assertThat(after.remove(7_777L, row(7_777))).isSameAs(after);
  }

  @Test
  void one_made_at_once_is_as_one_made_step_by_step() {
    for (int size : new int[] {0, 1, 23, 24, 25, 600, 20_000}) {
      @Nullable Object[] entries = new @Nullable Object[2 * size];
      for (int i = 0; i < size; i++) {
        entries[2 * i] = (long) i;
        entries[2 * i + 1] = row(i);
      }
      Tree tree = Tree.of(Keys.PRIMARY, entries);
      assertThat(tree.size()).isEqualTo(size);
      assertThat(rows(tree.all())).hasSize(size);
      Tree less = tree;
      for (long id = 0; id < size; id++) {
        less = less.remove(id, row(id));
      }
      assertThat(less.size()).isZero();
      assertThat(rows(less.put(1L, row(1)).all())).hasSize(1);
    }
  }

  @Test
  void rows_under_equal_keys_come_by_their_ids_and_a_beginning_stands_for_all_with_it() {
    Tree tree = Tree.empty(Keys.SECONDARY);
    for (long id = 2_000; id > 0; id--) {
      tree = tree.put(Composite.of(id % 3, id % 5), row(id));
    }
    Span ones = Span.at(Composite.of(1L));
    assertThat(tree.count(ones)).isEqualTo(667);
    List<Entity> equal = rows(tree.range(Span.at(Composite.of(1L, 2L))));
    assertThat(equal).hasSize(133).isSortedAccordingTo((a, b) -> Keys.compare(a.id(), b.id()));
    assertThat(tree.first(Composite.of(1L, 2L)).orElseThrow().id()).isEqualTo(7L);
    assertThat(tree.first(Composite.of(4L))).isEmpty();
  }
}
