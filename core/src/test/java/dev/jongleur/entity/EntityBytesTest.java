package dev.jongleur.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ScalarType;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an entity takes beside its values, against a map of the same. */
class EntityBytesTest {
  private static final int PROPERTIES = 10;
  private static final int MANY = 1000;
  private static final List<String> NAMES =
      IntStream.range(0, PROPERTIES).mapToObj(i -> "p" + i).toList();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final ModelDefinition model = model();

  @Test
  void an_entity_of_ten_properties_takes_at_most_two_fifths_of_a_map() {
    long entity = bytes(this::entity);
    long map = bytes(EntityBytesTest::map);
    assertThat(entity * 100 / map).as("%d bytes of %d", entity, map).isLessThanOrEqualTo(40);
  }

  private static ModelDefinition model() {
    ModelBuilder model = ModelDefinition.named("Row").injectId(false);
    for (int i = 0; i < PROPERTIES; i++) {
      model.property(NAMES.get(i), ScalarType.STRING);
    }
    return model.build();
  }

  private Entity entity() {
    @Nullable Object[] slots = new @Nullable Object[PROPERTIES];
    for (int i = 0; i < PROPERTIES; i++) {
      slots[i] = "v";
    }
    return Entity.of(model, slots, Map.of(), true);
  }

  private static Map<String, Object> map() {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < PROPERTIES; i++) {
      map.put(NAMES.get(i), "v");
    }
    return map;
  }

  /** The cheapest of several runs: what is made once at first is not counted. */
  private static long bytes(Supplier<Object> made) {
    long least = Long.MAX_VALUE;
    Object[] kept = new Object[MANY];
    for (int run = 0; run < 5; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < MANY; i++) {
        kept[i] = made.get();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(kept).doesNotContainNull();
    return least / MANY;
  }
}
