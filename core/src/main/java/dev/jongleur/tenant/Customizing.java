package dev.jongleur.tenant;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelChange;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Overlay;
import dev.jongleur.definition.Property;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.LimitException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Makes a change of one tenant's models out of what a program asks for. */
final class Customizing {
  private final Structure structure;
  private final Overlay overlay;
  private final int mostModels;

  Customizing(Structure structure, Overlay overlay, int mostModels) {
    this.structure = structure;
    this.overlay = overlay;
    this.mostModels = mostModels;
  }

  /** The overlay with a change of a model that is there, or with a model more. */
  Overlay with(String model, String dataSource, Consumer<ModelBuilder> content) {
    Optional<ModelDefinition> base = structure.definition(model);
    return base.isPresent()
        ? overlay.with(changed(base.get(), content))
        : overlay.with(added(model, dataSource, content));
  }

  private ModelChange changed(ModelDefinition base, Consumer<ModelBuilder> content) {
    ModelChange before = overlay.changes().get(base.name());
    ModelDefinition current = before == null ? base : before.applyTo(base);
    ModelBuilder builder = current.toBuilder();
    content.accept(builder);
    ModelDefinition changed = builder.build();
    checkKey(base, changed);
    return ModelChange.between(base, changed);
  }

  private ModelChange added(String model, String dataSource, Consumer<ModelBuilder> content) {
    ModelChange before = overlay.changes().get(model);
    if (before == null && overlay.added() >= mostModels) {
      throw new LimitException(
          "customModels",
          "A tenant may have " + mostModels + " models of its own; \"" + model + "\" is one more.",
          Duration.ZERO);
    }
    ModelBuilder builder =
        before == null ? ModelDefinition.named(model) : before.part().toBuilder();
    content.accept(builder);
    ModelDefinition definition = builder.build();
    if (before != null) {
      checkKey(before.part(), definition);
      checkSamePlace(before, dataSource);
    }
    return ModelChange.added(definition, before == null ? dataSource : before.dataSource());
  }

  private static void checkSamePlace(ModelChange before, String dataSource) {
    if (!before.dataSource().equals(dataSource)) {
      throw new DefinitionException(
          "\""
              + before.model()
              + "\" is on the data source \""
              + before.dataSource()
              + "\" and stays there.");
    }
  }

  /** The rows that are there are known by it. */
  private static void checkKey(ModelDefinition base, ModelDefinition changed) {
    if (!key(base).equals(key(changed))) {
      throw new DefinitionException(
          "The key of \"" + base.name() + "\" cannot be changed for one tenant.");
    }
  }

  private static List<Property> key(ModelDefinition model) {
    return model.properties().stream().filter(Property::isId).toList();
  }

  /**
   * Where a new model goes when nobody says where.
   *
   * @throws DefinitionException when there are several data sources
   */
  static String onlyOne(Set<String> dataSources, String model) {
    if (dataSources.size() != 1) {
      throw new DefinitionException(
          "Say on which data source the model \""
              + model
              + "\" is to be: one of "
              + new TreeSet<>(dataSources)
              + ".");
    }
    return dataSources.iterator().next();
  }
}
