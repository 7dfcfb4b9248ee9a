package dev.jongleur.json;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Validation;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * LoopBack's definition language: model files ({@code common/models/customer.json}) to definitions
 * and back. What a file says beyond what Jongleur knows is kept in the definition's settings.
 */
public final class DefinitionJson {
  /** Deeper than any sensible definition. */
  private static final int MAX_DEPTH = 100;

  private static final long MAX_BYTES = 4 * 1024 * 1024;

  private DefinitionJson() {}

  /**
   * Reads the text of a model file that has no base of its own.
   *
   * @param file its name, for messages
   * @throws DefinitionException telling where the text is no JSON, or everything that is wrong
   */
  public static ModelDefinition read(String text, String file) {
    return read(text, file, ModelLookup.NONE);
  }

  /** Reads the text of a model file; {@code bases} finds the model that it extends. */
  public static ModelDefinition read(String text, String file, ModelLookup bases) {
    return read(parse(text, file), bases);
  }

  /** Reads a definition without a base from data that was parsed already. */
  public static ModelDefinition read(Map<String, ? extends @Nullable Object> raw) {
    return read(raw, ModelLookup.NONE);
  }

  /**
   * Reads a definition: what its base has, and what it says itself.
   *
   * @throws DefinitionException listing everything that is wrong, each with the path to it
   */
  public static ModelDefinition read(
      Map<String, ? extends @Nullable Object> raw, ModelLookup bases) {
    return ModelReader.read(raw, bases);
  }

  /**
   * Reads definitions that name each other, in any order (F-104): a list of them, one, or the
   * properties of one. A property that names a model of the same batch is a relation: a belongsTo,
   * or, a list of one, a hasMany. Names that are missing are made up.
   *
   * @param bases finds the models outside of the batch that others build on
   * @return in the order in which they are given; to be defined, or made a blueprint
   * @throws DefinitionException listing everything that is wrong with any of them
   */
  public static List<ModelDefinition> readAll(Object schemas, ModelLookup bases) {
    return Schemas.read(schemas, bases);
  }

  /** The same for those that build on none outside. */
  public static List<ModelDefinition> readAll(Object schemas) {
    return readAll(schemas, ModelLookup.NONE);
  }

  /**
   * The object in the text of a model file, not read further: to learn the base before reading.
   *
   * @throws DefinitionException when the text is no JSON object, with file, line and column
   */
  public static Map<String, @Nullable Object> parse(String text, String file) {
    try {
      if (JsonReader.of(file, MAX_BYTES, MAX_DEPTH).read(text) instanceof Map<?, ?> object) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        object.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
      }
    } catch (DataException e) {
      throw new DefinitionException(String.valueOf(e.getMessage()));
    }
    throw new DefinitionException(file + " holds no definition: a JSON object is needed.");
  }

  /** The model that this one extends; none for LoopBack's roots, Model and PersistedModel. */
  public static Optional<String> baseName(Map<String, ? extends @Nullable Object> raw) {
    return ModelReader.base(ModelReader.settings(Part.root(raw, new ArrayList<>())));
  }

  /**
   * Adds a property as a definition would say it to a model that is built: {@code "string"}, or
   * {@code {"type": "string", "required": true}}; null or false takes it away.
   *
   * @throws DefinitionException listing everything that is wrong, each with the path to it
   */
  public static void property(ModelBuilder model, String name, @Nullable Object said) {
    var errors = new ArrayList<String>();
    var validations = new ArrayList<Validation>();
    Part part = Part.root(null, errors).at(name).with(said);
    PropertyReader.read(name, part, validations)
        .ifPresentOrElse(model::property, () -> model.without(name));
    validations.forEach(model::validate);
    if (!errors.isEmpty()) {
      throw new DefinitionException("The property cannot be used: " + String.join("; ", errors));
    }
  }

  /** The indexes of a model in LoopBack's form: those of its properties, then those it names. */
  public static Map<String, Object> indexes(ModelDefinition definition) {
    var all = new LinkedHashMap<String, Object>();
    for (Property property : definition.properties()) {
      Object index = property.attributes().get("index");
      if (index != null) {
        all.put(property.name() + "_index", index);
      }
    }
    if (definition.settings().others().get("indexes") instanceof Map<?, ?> named) {
      named.forEach((name, index) -> all.put(String.valueOf(name), index));
    }
    return all;
  }

  /** The definition in LoopBack's form, inherited parts written out. Reads back as an equal one. */
  public static Map<String, Object> write(ModelDefinition definition) {
    return DefinitionWriter.write(definition);
  }

  /** The definition as the text of a model file. */
  public static String print(ModelDefinition definition) {
    return JsonWriter.pretty(write(definition));
  }
}
