package dev.jongleur.memory.log;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.STRING;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.memory.log.record.AnyValue;
import dev.jongleur.memory.log.record.LoggedBatch;
import dev.jongleur.memory.log.record.LoggedBatch.Change;
import dev.jongleur.memory.log.record.LoggedBatch.Part;
import dev.jongleur.memory.log.record.LoggedRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a partition, batch after batch, and what there is after each: a plain model of
 * what a log is to tell.
 */
final class Story {
  static final ModelDefinition THING =
      ModelDefinition.of(
          "Thing", thing -> thing.property("id", STRING, id()).property("value", ANY));

  private static final List<String> COLLECTIONS = List.of("Thing", "Other", "");
  private static final Comparator<@Nullable Object> BY_TEXT = Comparator.comparing(String::valueOf);

  private final Random random;
  private final Map<String, Map<String, Entity>> rows = new TreeMap<>();
  private final Map<String, Long> nextIds = new TreeMap<>();

  Story(long seed) {
    this.random = new Random(seed);
  }

  /** Makes up what happens next, and has it happen. */
  LoggedBatch next() {
    var parts = new ArrayList<Part>();
    int first = random.nextInt(COLLECTIONS.size());
    for (int i = 0; i <= random.nextInt(2); i++) {
      parts.add(part(COLLECTIONS.get((first + i) % COLLECTIONS.size())));
    }
    return new LoggedBatch(parts);
  }

  private Part part(String collection) {
    boolean isCleared = random.nextInt(12) == 0;
    var there = rows.computeIfAbsent(collection, _ -> new TreeMap<>());
    if (isCleared) {
      there.clear();
    }
    var changes = new LinkedHashMap<String, Change>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String key = "k" + random.nextInt(8);
      changes.put(key, change(key, there));
    }
    long next = random.nextInt(1_000);
    nextIds.put(collection, next);
    return new Part(collection, isCleared, next, List.copyOf(changes.values()));
  }

  private Change change(String key, Map<String, Entity> there) {
    if (random.nextInt(4) == 0) {
      there.remove(key);
      return new Change(key, null);
    }
    Entity row = row(key);
    there.put(key, row);
    return new Change(key, row);
  }

  private Entity row(String key) {
    Object value = random.nextInt(5) == 0 ? null : AnyValue.of(random);
    @Nullable Object[] slots = {
      key, random.nextInt(5) == 0 && value == null ? null : marked(value)
    };
    Map<String, @Nullable Object> open = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) {
      open.put("more", AnyValue.of(random));
    }
    return Entity.of(THING, slots, open, true);
  }

  private static Object marked(@Nullable Object value) {
    return value == null ? Nothing.NULL : value;
  }

  /** All there is now, in a form that compares. */
  String told() {
    var text = new StringBuilder();
    rows.forEach((collection, there) -> {
      text.append(collection).append(nextIds.get(collection));
      there.forEach((key, row) -> text.append(key).append(row.toMap()));
    });
    return text.toString();
  }

  /** The same, of what a log tells. */
  static String told(Map<String, LoggedRows> logged) {
    var text = new StringBuilder();
    new TreeMap<>(logged)
        .forEach((collection, there) -> {
          text.append(collection).append(there.nextId());
          there.rows().forEach((key, row) -> text.append(key).append(row.as(THING).toMap()));
        });
    return text.toString();
  }

  /** The rows as they are now, for a compaction. */
  LogSnapshot snapshot() {
    var all = new TreeMap<String, Map<String, Entity>>();
    rows.forEach((collection, there) -> all.put(collection, new TreeMap<>(there)));
    var next = new TreeMap<>(nextIds);
    return listener ->
        all.forEach((collection, there) -> {
          listener.collection(collection, next.getOrDefault(collection, 1L));
          there.forEach(listener::row);
        });
  }

  static LogDirectory.Opened open(LogDirectory directory, String partition) {
    return directory.open(partition, BY_TEXT, key -> key);
  }
}
