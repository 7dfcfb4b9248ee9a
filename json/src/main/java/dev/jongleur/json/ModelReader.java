package dev.jongleur.json;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelSettings;
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
  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private final List<Validation> validations = new ArrayList<>();
  private final Map<String, Relation> relations = new LinkedHashMap<>();

  private ModelReader(Part source) {
    this.source = source;
    this.settings = settings(source);
    this.name = source.at("name").text().orElse("");
  }

  static ModelDefinition read(Map<String, ? extends @Nullable Object> raw, ModelLookup bases) {
    var errors = new ArrayList<String>();
    var reader = new ModelReader(Part.root(raw, errors));
    reader.readParts();
    ModelDefinition model = reader.build(bases);
    if (!errors.isEmpty()) {
      throw new DefinitionException(reader.name, errors);
    }
    return model;
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
    var reader = new RelationReader(name);
    for (String key : List.of("relations", "relationships")) {
      settings
          .at(key)
          .eachMember((relation, part) ->
              reader.read(relation, part).ifPresent(read -> relations.put(relation, read)));
    }
  }

  private void readProperty(String property, Part part) {
    PropertyReader.read(property, part, validations)
        .ifPresentOrElse(read -> properties.put(property, read), () -> removed.add(property));
  }

  private ModelDefinition build(ModelLookup bases) {
    ModelBuilder builder = ModelDefinition.named(name);
    Optional<ModelDefinition> base = base(settings).flatMap(named -> find(named, bases));
    base.ifPresentOrElse(model -> inherit(builder, model), () -> addOwn(builder));
    relations.values().forEach(builder::relation);
    return Finished.of(builder, name, source);
  }

  private Optional<ModelDefinition> find(String base, ModelLookup bases) {
    Optional<ModelDefinition> found = bases.find(base);
    if (found.isEmpty()) {
      settings.at("base").wrong("there is no model " + Shown.of(base));
    }
    return found;
  }

  private void addOwn(ModelBuilder builder) {
    builder.injectId(injectsId(true)).settings(SettingsReader.read(settings));
    properties.values().forEach(builder::property);
    validations.forEach(builder::validate);
  }

  private void inherit(ModelBuilder builder, ModelDefinition base) {
    var inheritance = new Inheritance(base);
    Set<String> excluded = excluded();
    ModelSettings own = SettingsReader.read(settings);
    if (!excluded.isEmpty()) {
      own = own.with("excludeBaseProperties", List.copyOf(excluded));
    }
    builder
        .injectId(injectsId(base.hasKey()))
        .settings(inheritance.settings(own, !settings.at("strict").isNone()));
    inheritance.properties(properties, excluded).values().forEach(builder::property);
    inheritance.validations(validations).forEach(builder::validate);
    base.relations().values().forEach(builder::relation);
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
