package dev.jongleur.proof.isolation;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.proof.isolation.Versions.LINE;
import static dev.jongleur.proof.isolation.Versions.MODELS;
import static dev.jongleur.proof.isolation.Versions.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.entity.Entity;
import dev.jongleur.proof.isolation.Versions.Window;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What one tenant knows to be so: its rows, its models, whether it is suspended. All tenants have
 * models, properties and ids of the same names; their values, types and defaults are their own.
 */
final class Mind {
  static final int KEYS = 20;
  static final int VALUES = 6;
  private static final int EXTRAS = 4;

  private final String tenant;
  private final int number;
  private final Map<String, TreeMap<Object, Row>> rows = new HashMap<>();
  private final Map<String, Map<String, Property>> extras = new HashMap<>();
  private final Map<String, List<ModelDefinition>> definitions = new HashMap<>();
  private int stay;
  private long lines;
  private boolean suspended;

  Mind(String tenant, int number) {
    this.tenant = tenant;
    this.number = number;
  }

  /** What all of the tenant's rows say; another after it was erased. */
  String marker() {
    return tenant + "." + stay;
  }

  TreeMap<Object, Row> rows(String model) {
    return rows.computeIfAbsent(model, _ -> new TreeMap<>());
  }

  /** The id of the next line: as many as the tenant had before, whatever others have. */
  long nextLine() {
    lines++;
    return lines;
  }

  boolean isSuspended() {
    return suspended;
  }

  void suspended(boolean now) {
    this.suspended = now;
  }

  /** Whether there is the model. */
  boolean has(String model) {
    return !model.equals(NOTE) || extras.containsKey(NOTE);
  }

  /** The models that the tenant has changed or added. */
  Set<String> customized() {
    return extras.keySet();
  }

  void erased() {
    stay++;
    lines = 0;
    rows.clear();
    forget();
  }

  /** What is known of the tenant but not by its data. */
  void forget() {
    suspended = false;
    extras.clear();
    definitions.clear();
  }

  /** A property of the tenant's own is added to a model, which may be new. */
  void extend(String model, Property extra) {
    extras.computeIfAbsent(model, _ -> new LinkedHashMap<>()).put(extra.name(), extra);
    definitions.clear();
  }

  void reduce(String model, String extra) {
    extras.getOrDefault(model, Map.of()).remove(extra);
    definitions.clear();
  }

  void reset(String model) {
    extras.remove(model);
    definitions.clear();
  }

  Collection<Property> extras(String model) {
    return extras.getOrDefault(model, Map.of()).values();
  }

  /** The same name means another type and another default for the tenant next to this one. */
  Property extra(Random random) {
    int which = random.nextInt(EXTRAS);
    boolean text = (number + which) % 2 == 0;
    Property plain = Property.of("x" + which, text ? STRING : NUMBER);
    return PropertyOption.defaultTo(text ? "of " + tenant : 1_000L + number).apply(plain);
  }

  /** Values for a row; those of properties that the model has not are to be passed over. */
  Map<String, Object> data(String model, Random random) {
    var data = new LinkedHashMap<String, Object>();
    data.put("owner", marker());
    data.put("n", (long) random.nextInt(VALUES));
    data.put("v" + (1 + random.nextInt(Versions.COUNT)), text(random));
    for (Property extra : extras(model)) {
      if (random.nextBoolean()) {
        data.put(extra.name(), value(extra, random));
      }
    }
    if (model.equals(LINE)) {
      data.put("orderId", key(random));
    }
    return data;
  }

  Object value(Property extra, Random random) {
    return extra.type() == STRING
        ? text(random)
        : (Object) (1_000L * (number + 1) + random.nextInt(1_000));
  }

  private String text(Random random) {
    return marker() + ":" + random.nextInt(1_000);
  }

  static String key(Random random) {
    int key = random.nextInt(KEYS);
    return key < 10 ? "k0" + key : "k" + key;
  }

  /** A model as it should be under one version of the blueprint. */
  private ModelDefinition definition(String model, int version) {
    return definitions.computeIfAbsent(model, this::definitions).get(version);
  }

  private List<ModelDefinition> definitions(String model) {
    return IntStream.range(0, Versions.COUNT)
        .mapToObj(version -> {
          ModelBuilder builder = Versions.base(model, version).toBuilder();
          extras(model).forEach(builder::property);
          return builder.build();
        })
        .toList();
  }

  /** Sees that a definition is the tenant's, under a version that there was; the version. */
  int check(ModelDefinition shown, Window seen) {
    for (int version : seen.versions()) {
      if (shown.equals(definition(shown.name(), version))) {
        return version;
      }
    }
    assertThat(shown.properties())
        .as("%s in one of the versions %s", shown, seen.versions())
        .isEqualTo(definition(shown.name(), seen.versions().getFirst()).properties());
    throw new AssertionError("The rules of " + shown + " are not the tenant's.");
  }

  /** Sees that these are the rows with these ids, in this order, under one version. */
  void check(String model, List<Entity> shown, Collection<?> ids, Window seen) {
    assertThat(shown).extracting(Entity::id).as("ids of %s", model).isEqualTo(List.copyOf(ids));
    Map<Object, Row> known = rows(model);
    var versions = new HashSet<Integer>();
    for (Entity row : shown) {
      versions.add(check(row.definition(), seen));
      Objects.requireNonNull(known.get(row.id())).check(row);
    }
    assertThat(versions.size()).as("versions in one answer").isLessThanOrEqualTo(1);
  }

  /** How to say that a failure is this tenant's. */
  @Override
  public String toString() {
    return marker() + " " + MODELS.stream().map(model -> model + rows(model).keySet()).toList();
  }
}
