package dev.jongleur.jdbc.table;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.Index;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.UnsupportedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An index that a model declares (F-039, F-064), by the columns of its table. Immutable. */
record WantedIndex(Index index, List<Indexes.Key> keys) {
  WantedIndex {
    keys = List.copyOf(keys);
  }

  /**
   * Those that a table can have: an index within values serves no question, and is left out.
   *
   * @throws UnsupportedException when one promises what cannot be kept
   */
  static List<WantedIndex> of(ModelDefinition model, Mapping mapping) {
    return model.indexes().stream()
        .filter(index -> isMade(model, index))
        .map(index -> new WantedIndex(index, keys(index, mapping)))
        .toList();
  }

  /** The properties whose values have to be small enough to lie in an index. */
  static Set<String> properties(ModelDefinition model) {
    var names = new LinkedHashSet<String>();
    model.indexes().stream()
        .filter(index -> index.paths().stream().allMatch(path -> isDefined(model, path)))
        .forEach(index -> names.addAll(index.paths()));
    return names;
  }

  boolean unique() {
    return index.unique();
  }

  List<String> columns() {
    return keys.stream().map(Indexes.Key::column).toList();
  }

  /** A name of fixed length: those of tables and columns may be long and have any character. */
  String name(String table) {
    var text = new StringBuilder().append(table.length()).append(':').append(table);
    for (Indexes.Key key : keys) {
      text.append(':').append(key.column().length()).append(':').append(key);
    }
    return (unique() ? "ux_" : "ix_") + hash(text.append(unique()).toString());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isMade(ModelDefinition model, Index index) {
    for (String path : index.paths()) {
      boolean defined = isDefined(model, path);
      if (index.unique() && (!defined || !hasOneText(type(model, path)))) {
        throw unkept(model, index, path);
      }
      if (!defined) {
        return false;
      }
    }
    return true;
  }

  static UnsupportedException unkept(ModelDefinition model, Index index, String path) {
    return new UnsupportedException(
        "The database keeps no unique key over \""
            + path
            + "\": the index \""
            + index.name()
            + "\" of \""
            + model.name()
            + "\".");
  }

  private static boolean isDefined(ModelDefinition model, String path) {
    return model.shape().slot(path) >= 0;
  }

  private static PropertyType type(ModelDefinition model, String property) {
    return model.shape().property(model.shape().slot(property)).type();
  }

  /** Whether equal values lie as equal text: maps have their keys in any order. */
  private static boolean hasOneText(PropertyType type) {
    return switch (type) {
      case ListType(var item) -> hasOneText(item);
      case DecimalType _, EnumType _ -> true;
      case CustomType custom -> hasOneText(custom.stored());
      case ModelType _, InlineType _ -> false;
      case ScalarType scalar ->
          switch (scalar) {
            case OBJECT, ANY, JSON -> false;
            case STRING, NUMBER, INTEGER, LONG, DATEONLY, UUID, BOOLEAN, DATE -> true;
            case DATESTRING, BINARY, GEOPOINT, TEXT -> true;
          };
    };
  }

  private static List<Indexes.Key> keys(Index index, Mapping mapping) {
    return index.keys().stream()
        .map(key -> new Indexes.Key(mapping.column(key.path()), key.descending()))
        .toList();
  }
}
