package dev.jongleur.mixin;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.observer.Observers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mixins by name, of a registry or of one data source, and their application. Thread-safe; bounded
 * by what the program registers.
 */
public final class Mixins {
  /** The setting that tells which mixins are in a definition already. */
  private static final String MIXED = "mixed";

  private final Map<String, Mixin> byName = new ConcurrentHashMap<>();
  private final @Nullable Mixins further;

  public Mixins() {
    this(null);
  }

  private Mixins(@Nullable Mixins further) {
    this.further = further;
  }

  /** Mixins that are looked for first; what they do not know, these do. */
  public Mixins nearer() {
    return new Mixins(this);
  }

  /** Makes a mixin known, in the place of one of that name; models defined before stay. */
  public void register(String name, Mixin mixin) {
    byName.put(name, mixin);
  }

  private Optional<Mixin> find(String name) {
    Mixin known = byName.get(name);
    return known != null || further == null ? Optional.ofNullable(known) : further.find(name);
  }

  /**
   * A definition with what its mixins bring, and what those of its base bring that it was made
   * without; itself when there is nothing to add. A name that is no mixin's may be a model's.
   *
   * @throws DefinitionException when there is neither, or the whole is no definition
   */
  public ModelDefinition applied(ModelDefinition model, ModelLookup models) {
    return applied(model, models, new HashSet<>());
  }

  private ModelDefinition applied(ModelDefinition model, ModelLookup models, Set<String> seen) {
    ModelDefinition mixed = inherited(model, models, seen);
    List<Use> uses = Use.of(model);
    return uses.isEmpty() ? mixed : mixed(model, mixed, uses, models);
  }

  private ModelDefinition mixed(
      ModelDefinition model, ModelDefinition before, List<Use> uses, ModelLookup models) {
    ModelDefinition mixed = before;
    Map<String, Object> already = already(model);
    var done = new LinkedHashMap<>(already);
    for (Use use : uses) {
      if (!use.said().equals(already.get(use.mixin()))) {
        mixed = contribution(use, mixed, models).model().build();
        done.put(use.mixin(), use.said());
      }
    }
    return done.equals(already) ? mixed : mixed.toBuilder().setting(MIXED, done).build();
  }

  /** The base may have been mixed after the model was made from it. */
  private ModelDefinition inherited(ModelDefinition model, ModelLookup models, Set<String> seen) {
    Optional<ModelDefinition> base = model.base().filter(seen::add).flatMap(models::find);
    if (base.isEmpty()) {
      return model;
    }
    ModelDefinition mixed = applied(base.get(), models, seen);
    return mixed == base.get() ? model : withMissing(model, base.get(), mixed);
  }

  private static ModelDefinition withMissing(
      ModelDefinition model, ModelDefinition base, ModelDefinition mixed) {
    ModelBuilder builder = model.toBuilder();
    mixed.properties().stream()
        .filter(property -> isMissing(property, model, base))
        .forEach(builder::property);
    mixed.validations().stream()
        .filter(rule -> !base.validations().contains(rule))
        .forEach(builder::validate);
    mixed.relations().values().stream()
        .filter(relation -> base.relation(relation.name()).isEmpty())
        .filter(relation -> model.relation(relation.name()).isEmpty())
        .forEach(builder::relation);
    return builder.build();
  }

  private static boolean isMissing(Property property, ModelDefinition model, ModelDefinition base) {
    boolean excluded =
        model.settings().others().get("excludeBaseProperties") instanceof List<?> names
            && names.contains(property.name());
    return !excluded
        && base.property(property.name()).isEmpty()
        && model.property(property.name()).isEmpty();
  }

  /** The observers that a model's mixins bring; null when there are none. */
  public @Nullable Observers observers(ModelDefinition model) {
    List<Observers> brought = new ArrayList<>();
    for (Use use : Use.of(model)) {
      find(use.mixin()).ifPresent(mixin -> brought.add(contribution(mixin, use, model)));
    }
    return brought.stream()
        .filter(observers -> !observers.isEmpty())
        .reduce((first, second) -> second.after(first))
        .orElse(null);
  }

  private static Observers contribution(Mixin mixin, Use use, ModelDefinition model) {
    var contribution = new Contribution(model);
    mixin.contribute(contribution, use.options());
    return contribution.observers();
  }

  private Contribution contribution(Use use, ModelDefinition model, ModelLookup models) {
    Mixin mixin =
        find(use.mixin())
            .or(() -> models.find(use.mixin()).map(Mixin::of))
            .orElseThrow(() -> unknown(use.mixin(), model));
    var contribution = new Contribution(model);
    mixin.contribute(contribution, use.options());
    return contribution;
  }

  private DefinitionException unknown(String mixin, ModelDefinition model) {
    return new DefinitionException(
        model.name(),
        List.of(
            "mixins.%s: there is neither a mixin nor a model of that name; there are the mixins %s"
                .formatted(mixin, names().sorted().distinct().toList())));
  }

  private Stream<String> names() {
    return Stream.concat(
        byName.keySet().stream(), further == null ? Stream.empty() : further.names());
  }

  private static Map<String, Object> already(ModelDefinition model) {
    var already = new LinkedHashMap<String, Object>();
    if (model.settings().others().get(MIXED) instanceof Map<?, ?> map) {
      map.forEach((name, said) -> already.put(String.valueOf(name), said));
    }
    return already;
  }
}
