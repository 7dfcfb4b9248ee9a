package dev.jongleur.definition;

import dev.jongleur.annotation.DefaultFn;
import dev.jongleur.annotation.DefaultTo;
import dev.jongleur.annotation.Generated;
import dev.jongleur.annotation.Hidden;
import dev.jongleur.annotation.Id;
import dev.jongleur.annotation.Indexed;
import dev.jongleur.annotation.Length;
import dev.jongleur.annotation.Required;
import dev.jongleur.annotation.Unique;
import dev.jongleur.error.DefinitionException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Derives a definition from a record: what its components' types say, and their annotations. */
final class RecordDefinition {
  private static final String KEY = "id";

  private final Class<? extends Record> source;
  private final String path;
  private final List<String> errors;
  private final ComponentTypes types;
  private final ModelBuilder builder;

  private RecordDefinition(
      Class<? extends Record> source, String path, List<String> errors, List<Class<?>> outer) {
    this.source = source;
    this.path = path;
    this.errors = errors;
    this.types = new ComponentTypes(source, errors, outer);
    this.builder = ModelDefinition.named(source.getSimpleName());
  }

  /**
   * The definition of a model.
   *
   * @throws DefinitionException listing everything that is wrong with it
   */
  static ModelDefinition of(Class<? extends Record> source) {
    var errors = new ArrayList<String>();
    var reading = new RecordDefinition(source, "properties", errors, List.of());
    ModelDefinition model = reading.read(true);
    if (!errors.isEmpty()) {
      throw new DefinitionException(source.getSimpleName(), errors);
    }
    return model;
  }

  /** The structure of a value within another; what is wrong joins the errors. */
  static ModelDefinition within(
      Class<? extends Record> source, String path, List<String> errors, List<Class<?>> outer) {
    return new RecordDefinition(source, path, errors, outer).read(false);
  }

  private ModelDefinition read(boolean isModel) {
    RecordComponent[] components = source.getRecordComponents();
    boolean keyed = Arrays.stream(components).anyMatch(one -> one.isAnnotationPresent(Id.class));
    for (RecordComponent component : components) {
      boolean isKey = isModel && !keyed && component.getName().equals(KEY);
      Property property = property(component);
      builder.property(isKey ? property.asId(1) : property);
      hide(component);
    }
    builder.injectId(false);
    return Built.of(builder, isModel ? "" : path, errors);
  }

  private Property property(RecordComponent component) {
    String name = component.getName();
    Property property = Property.of(name, types.of(component, path + "." + name));
    Id id = component.getAnnotation(Id.class);
    property = id == null ? property : property.asId(checked(id, name));
    property = component.isAnnotationPresent(Generated.class) ? property.asGenerated() : property;
    property = isRequired(component) ? property.asRequired() : property;
    return lengthy(component, indexed(component, property.withInitial(initial(component))));
  }

  private int checked(Id id, String name) {
    if (id.value() < 1) {
      errors.add(path + "." + name + ".id: the places in a key count from 1");
    }
    return Math.max(1, id.value());
  }

  /** A primitive has a value always; a key of one may still be left to the store. */
  private static boolean isRequired(RecordComponent component) {
    boolean isKey = component.getName().equals(KEY) || component.isAnnotationPresent(Id.class);
    return component.isAnnotationPresent(Required.class)
        || component.getType().isPrimitive() && !isKey;
  }

  private static Property indexed(RecordComponent component, Property property) {
    if (component.isAnnotationPresent(Unique.class)) {
      return property.with("index", Map.of("unique", true));
    }
    return component.isAnnotationPresent(Indexed.class) ? property.with("index", true) : property;
  }

  private Property lengthy(RecordComponent component, Property property) {
    Length length = component.getAnnotation(Length.class);
    if (length == null) {
      return property;
    }
    if (length.min() < 0 || length.max() < length.min()) {
      errors.add(path + "." + component.getName() + ".length: there is no such length");
    }
    builder.validate(
        property.name(), rule(length), ValidationOption.allowNull(), ValidationOption.allowBlank());
    return length.max() == Integer.MAX_VALUE ? property : property.with("length", length.max());
  }

  private static Validation.Length rule(Length length) {
    return new Validation.Length(
        length.min() == 0 ? OptionalInt.empty() : OptionalInt.of(length.min()),
        length.max() == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(length.max()),
        OptionalInt.empty());
  }

  private Default initial(RecordComponent component) {
    DefaultTo literal = component.getAnnotation(DefaultTo.class);
    if (literal != null) {
      return new Default.Literal(literal.value());
    }
    DefaultFn function = component.getAnnotation(DefaultFn.class);
    if (function == null) {
      return Default.NONE;
    }
    return Default.By.named(function.value())
        .<Default>map(Default.Made::new)
        .orElseGet(() -> {
          errors.add(
              path + "." + component.getName() + ".defaultFn: there are " + Default.By.NAMES);
          return Default.NONE;
        });
  }

  private void hide(RecordComponent component) {
    if (component.isAnnotationPresent(Hidden.class)) {
      builder.hidden(component.getName());
    }
  }
}
