package dev.jongleur.memory.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Shape;
import dev.jongleur.memory.collection.IndexKeys;
import dev.jongleur.memory.collection.IndexTree;
import dev.jongleur.memory.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows sorted by some properties: a collection by its ids, or an index.
 *
 * @param name of the index; {@code id} for the collection itself
 * @param paths the properties, the first before the second
 * @param types theirs, each one with an order
 */
record Sorted(
    String name, Tree tree, List<String> paths, List<PropertyType> types, boolean isById) {

  /** The collection itself; by no property when its ids have no order that conditions go by. */
  static Sorted byId(Tree rows, ModelDefinition model, boolean isKeyed) {
    Shape shape = model.shape();
    var paths = new ArrayList<String>();
    var types = new ArrayList<PropertyType>();
    for (int part = 0; isKeyed && part < shape.keySize(); part++) {
      PropertyType type = shape.property(shape.keySlot(part)).type();
      if (!IndexKeys.hasOrder(type)) {
        break;
      }
      paths.add(shape.property(shape.keySlot(part)).name());
      types.add(type);
    }
    return new Sorted("id", rows, paths, types, true);
  }

  static Sorted by(IndexTree index, ModelDefinition model) {
    return new Sorted(
        index.keys().index().name(),
        index.tree(),
        index.keys().paths(),
        types(index.keys(), model),
        false);
  }

  /** The types of the properties that an index is of. */
  static List<PropertyType> types(IndexKeys keys, ModelDefinition model) {
    return keys.paths().stream().map(path -> model.property(path).orElseThrow().type()).toList();
  }
}
