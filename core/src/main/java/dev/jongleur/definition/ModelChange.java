package dev.jongleur.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one tenant has of a model that the blueprint has not. Immutable, compared by content. It is
 * a difference, so that it can be put on a later blueprint too.
 *
 * @param part the properties, relations and rules that were added or changed; for a model of the
 *     tenant's own, all of it
 * @param without properties of the blueprint's model that were taken away
 * @param settings whether the settings of the part take the place of the blueprint's
 * @param dataSource where a model of the tenant's own is; empty for a model of the blueprint
 */
public record ModelChange(
    ModelDefinition part, Set<String> without, boolean settings, String dataSource) {

  public ModelChange {
    without = Set.copyOf(without);
  }

  /** A model of the tenant's own. */
  public static ModelChange added(ModelDefinition model, String dataSource) {
    return new ModelChange(model, Set.of(), true, dataSource);
  }

  /** What makes one definition of a model from another; rules can only be added. */
  public static ModelChange between(ModelDefinition base, ModelDefinition changed) {
    ModelBuilder part = ModelDefinition.named(base.name()).injectId(false).partial();
    changed.properties().stream()
        .filter(property -> !base.property(property.name()).equals(Optional.of(property)))
        .forEach(part::property);
    changed.relations().values().stream()
        .filter(relation -> !base.relation(relation.name()).equals(Optional.of(relation)))
        .forEach(part::relation);
    added(base.validations(), changed.validations()).forEach(part::validate);
    var without = new LinkedHashSet<String>();
    base.properties().stream()
        .map(Property::name)
        .filter(name -> changed.property(name).isEmpty())
        .forEach(without::add);
    boolean settings = !base.settings().equals(changed.settings());
    if (settings) {
      part.settings(changed.settings());
    }
    return new ModelChange(part.build(), without, settings, "");
  }

  /** The model's name. */
  public String model() {
    return part.name();
  }

  /** Whether it is a model of the tenant's own. */
  public boolean isAdded() {
    return !dataSource.isEmpty();
  }

  /** The definition that this change makes of one of the blueprint. */
  public ModelDefinition applyTo(ModelDefinition base) {
    ModelBuilder builder = base.toBuilder();
    without.forEach(builder::without);
    part.properties().stream()
        .filter(
            property -> !part.upkeep().adds(property) || base.property(property.name()).isEmpty())
        .forEach(builder::property);
    part.relations().values().forEach(builder::relation);
    part.validations().forEach(builder::validate);
    if (settings) {
      builder.settings(part.settings());
    }
    return builder.build();
  }

  private static List<Validation> added(List<Validation> base, List<Validation> changed) {
    return changed.stream().filter(rule -> !base.contains(rule)).toList();
  }
}
