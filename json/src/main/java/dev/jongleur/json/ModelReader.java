package dev.jongleur.json;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Validation;
import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one model; used once. Goes on after an error, to find all of them. */
final class ModelReader {
  /** These stand beside the settings, not among them. */
  private static final Set<String> BESIDE =
      Set.of("name", "properties", "validations", "options", "dataSource");

  /** LoopBack's root models, which have nothing to hand on. */
  private static final Set<String> ROOTS = Set.of("", "Model", "PersistedModel");

  private final Part source;
  private final Part settings;
  private final String name;
  private final RelationReader relationReader;
  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private final Set<String> relationsRemoved = new LinkedHashSet<>();
  private final List<Validation> validations = new ArrayList<>();
  private final Map<String, Relation> relations = new LinkedHashMap<>();

  private ModelReader(Part source) {
    this.source = source;
    this.settings = settings(source);
    this.name = source.at("name").text().orElse("");
    this.relationReader = new RelationReader(name);
  }

  static ModelDefinition read(Map<String, ? extends @Nullable Object> raw, ModelLookup bases) {
    return readFrom(raw, reader -> reader.begin(bases));
  }

  /**
   * Reads what was written out: the base is only named, and nothing is inherited again. It may be a
   * tenant's part of a definition.
   */
  static ModelDefinition readWhole(Map<String, ? extends @Nullable Object> raw) {
    return readFrom(raw, reader -> reader.alone().partial());
  }

  private static ModelDefinition readFrom(
      Map<String, ? extends @Nullable Object> raw, Function<ModelReader, ModelBuilder> beginning) {
    var errors = new ArrayList<String>();
    var reader = new ModelReader(Part.root(raw, errors));
    reader.readParts();
    ModelDefinition model = reader.build(beginning.apply(reader));
    if (!errors.isEmpty()) {
      throw failure(reader, errors);
    }
    return model;
  }

  /** Where a relation is all that is wrong, it is told with the code that LoopBack has for it. */
  private static DefinitionException failure(ModelReader reader, List<String> errors) {
    List<Map<String, Object>> codes = reader.relationReader.codes();
    return errors.size() == 1 && codes.size() == 1
        ? new DefinitionException(reader.name, errors, codes.getFirst())
        : new DefinitionException(reader.name, errors);
  }

  static Optional<String> base(Part settings) {
    Part base = settings.at("base").isNone() ? settings.at("super") : settings.at("base");
    return base.text().filter(model -> !ROOTS.contains(model));
  }

  /** {@code options} and the keys beside it are one object; the latter go first. */
  static Part settings(Part source) {
    var all = source.at("options").members();
    var beside = source.members();
    beside.keySet().removeAll(BESIDE);
    all.putAll(beside);
    return source.with(all);
  }

  private void readParts() {
    source.at("properties").eachMember(this::readProperty);
    for (Part entry : source.at("validations").items()) {
      validations.addAll(ValidationReader.read(entry));
    }
    for (String key : List.of("relations", "relationships")) {
      settings.at(key).eachMember((relation, part) -> readRelation(relation, part));
    }
  }

  private void readRelation(String relation, Part part) {
    if (isTakenAway(part)) {
      relationsRemoved.add(relation);
    } else {
      relationReader.read(relation, part).ifPresent(read -> relations.put(relation, read));
    }
  }

  /** F-045: null or false in the place of something that is inherited. */
  private static boolean isTakenAway(Part part) {
    return part.isNone() || Boolean.FALSE.equals(part.value());
  }

  private void readProperty(String property, Part part) {
    PropertyReader.read(property, part, validations)
        .ifPresentOrElse(read -> properties.put(property, read), () -> removed.add(property));
  }

  private ModelBuilder begin(ModelLookup bases) {
    return base(settings)
        .flatMap(named -> find(named, bases))
        .map(this::inherited)
        .orElseGet(this::alone);
  }

  private ModelDefinition build(ModelBuilder builder) {
    properties.values().forEach(builder::property);
    validations.forEach(builder::validate);
    relations.values().forEach(builder::relation);
    new Mentions(builder, excluded()).note(settings);
    return Finished.of(builder, name, source);
  }

  private Optional<ModelDefinition> find(String base, ModelLookup bases) {
    Optional<ModelDefinition> found = bases.find(base);
    if (found.isEmpty()) {
      settings.at("base").wrong("there is no model " + Shown.of(base));
    }
    return found;
  }

  private ModelBuilder alone() {
    return ModelDefinition.named(name)
        .injectId(injectsId(true))
        .settings(SettingsReader.read(settings));
  }

  private ModelBuilder inherited(ModelDefinition base) {
    Set<String> excluded = excluded();
    Part joined = Inheritance.settings(base.settings().handedOn(base.name()), settings);
    if (!excluded.isEmpty()) {
      Map<String, @Nullable Object> more = joined.members();
      more.put("excludeBaseProperties", List.copyOf(excluded));
      joined = joined.with(more);
    }
    ModelBuilder builder = base.extending(name);
    excluded.stream().filter(this::isNotOwn).forEach(builder::without);
    relationsRemoved.forEach(builder::withoutRelation);
    return builder.injectId(injectsId(base.hasKey())).settings(SettingsReader.read(joined));
  }

  private boolean isNotOwn(String property) {
    return !properties.containsKey(property);
  }

  private boolean injectsId(boolean unlessSaid) {
    return settings.at("idInjection").value() instanceof Boolean said ? said : unlessSaid;
  }

  private Set<String> excluded() {
    var excluded = new LinkedHashSet<>(removed);
    for (Part part : settings.at("excludeBaseProperties").items()) {
      part.text().ifPresent(excluded::add);
    }
    return excluded;
  }
}
