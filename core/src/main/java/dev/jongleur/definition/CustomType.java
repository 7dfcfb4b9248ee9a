package dev.jongleur.definition;

import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value type of the program's own, on top of one that is stored (F-010): how loose input is read,
 * how a value is shown. Values are held, stored, compared and sorted as those of the stored type,
 * so every connector has them. Definitions name it; it is found by its name where the owner of the
 * model registered it. Immutable; two are equal only when they are the same object. Its functions
 * must be thread-safe and depend on their argument only.
 */
public final class CustomType implements PropertyType {
  private final String name;
  private final Set<String> aliases;
  private final PropertyType stored;
  private final Function<Object, ? extends @Nullable Object> reader;
  private final UnaryOperator<Object> shower;

  private CustomType(
      String name,
      Set<String> aliases,
      PropertyType stored,
      Function<Object, ? extends @Nullable Object> reader,
      UnaryOperator<Object> shower) {
    this.name = name;
    this.aliases = aliases;
    this.stored = stored;
    this.reader = reader;
    this.shower = shower;
  }

  /**
   * A type whose values are shown as they are stored.
   *
   * @param stored a scalar, a decimal or an enumeration
   * @param reader makes of loose input, which is never null, what the stored type reads; refuses it
   *     by any exception. It is given stored and shown values too, and has to let them be
   * @throws DefinitionException when the name is taken by a type, or nothing can be stored on it
   */
  public static CustomType of(
      String name, PropertyType stored, Function<Object, ? extends @Nullable Object> reader) {
    checkName(name);
    boolean isPlain =
        switch (stored) {
          case ScalarType _, DecimalType _, EnumType _ -> true;
          case ListType _, ModelType _, InlineType _, CustomType _ -> false;
        };
    if (!isPlain) {
      throw new DefinitionException(
          "The type \"" + name + "\" is stored as a scalar, a decimal or an enumeration.");
    }
    return new CustomType(name, Set.of(), stored, reader, value -> value);
  }

  /** The same type under more names (F-010). */
  public CustomType alias(String... more) {
    var all = new LinkedHashSet<>(aliases);
    for (String alias : more) {
      checkName(alias);
      all.add(alias);
    }
    return new CustomType(name, Set.copyOf(all), stored, reader, shower);
  }

  /** The same type, whose values are shown in another form, such as JSON has it. */
  public CustomType shownAs(UnaryOperator<Object> form) {
    return new CustomType(name, aliases, stored, reader, form);
  }

  private static void checkName(String name) {
    if (name.isBlank() || PropertyType.named(name).isPresent()) {
      throw new DefinitionException(
          "\"" + name + "\" cannot be the name of a type: it is empty, or a type's already.");
    }
  }

  public String name() {
    return name;
  }

  public Set<String> aliases() {
    return aliases;
  }

  @Override
  public PropertyType stored() {
    return stored;
  }

  /**
   * What the stored type is to read of loose input.
   *
   * @throws DataException when the type refuses it; the message tells nothing of the input
   */
  public @Nullable Object read(Object loose) {
    try {
      return reader.apply(loose);
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException _) {
      throw new DataException("It is no " + name + ".");
    }
  }

  /** The form in which a value is shown, of a value that is held. */
  public Object shown(Object held) {
    return shower.apply(held);
  }

  /** The custom type that a type is, or whose values it lists. */
  public static Optional<CustomType> within(PropertyType type) {
    return switch (type) {
      case CustomType custom -> Optional.of(custom);
      case ListType(PropertyType item) -> within(item);
      case ScalarType _, DecimalType _, EnumType _, ModelType _, InlineType _ -> Optional.empty();
    };
  }

  /** All its names: its own first. */
  List<String> names() {
    var all = new LinkedHashSet<String>();
    all.add(name);
    all.addAll(aliases);
    return List.copyOf(all);
  }

  @Override
  public String canonical() {
    return "custom(" + Canonical.name(name) + "," + stored.canonical() + ")";
  }

  @Override
  public String toString() {
    return name;
  }
}
