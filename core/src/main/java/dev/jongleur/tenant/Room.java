package dev.jongleur.tenant;

import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelChange;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Overlay;
import dev.jongleur.definition.Property;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where.Comparison;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes room for what a tenant is to have, before anybody sees it. */
final class Room {
  private final Structure structure;
  private final ModelSpace space;

  /**
   * For one change.
   *
   * @param space with the models as they are to be
   */
  Room(Structure structure, ModelSpace space) {
    this.structure = structure;
    this.space = space;
  }

  /**
   * Widens the tables of the models that change, and of no others.
   *
   * @throws DefinitionException when rows have values of a property whose type is to change
   */
  void make(Standing now, Standing next) {
    for (String model : changed(now.overlay(), next.overlay())) {
      Optional<ModelDefinition> to = space.find(model);
      definition(now.overlay(), model)
          .ifPresent(from -> to.ifPresent(definition -> retype(from, definition)));
      if (to.isPresent()) {
        Tenants.prepare(space, model);
      }
    }
  }

  private static Set<String> changed(Overlay now, Overlay next) {
    var models = new HashSet<String>();
    for (Collection<String> names : List.of(now.changes().keySet(), next.changes().keySet())) {
      models.addAll(names);
    }
    models.removeIf(name -> change(now, name).equals(change(next, name)));
    return models;
  }

  private static Optional<ModelChange> change(Overlay overlay, String model) {
    return Optional.ofNullable(overlay.changes().get(model));
  }

  private Optional<ModelDefinition> definition(Overlay overlay, String model) {
    Optional<ModelDefinition> base = structure.definition(model);
    return change(overlay, model)
        .flatMap(
            change -> change.isAdded() ? Optional.of(change.part()) : base.map(change::applyTo))
        .or(() -> base);
  }

  private void retype(ModelDefinition from, ModelDefinition to) {
    for (Property property : to.properties()) {
      Optional<Property> before = from.property(property.name());
      if (before.isPresent() && !before.get().type().equals(property.type())) {
        retype(from, before.get(), property);
      }
    }
  }

  private void retype(ModelDefinition from, Property before, Property after) {
    Store store = space.during(() -> space.model(from.name()).rawStore());
    store.prepare(from);
    if (store.count(from, new Comparison(after.name(), Operator.NEQ, null)) > 0) {
      throw new DefinitionException(
          "Rows of \"%s\" have a \"%s\" of type %s; it cannot become %s: add another property."
              .formatted(
                  from.name(), after.name(), before.type().canonical(), after.type().canonical()));
    }
    store.vacate(from, after.name());
  }
}
