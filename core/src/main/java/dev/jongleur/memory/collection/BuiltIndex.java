package dev.jongleur.memory.collection;

import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.memory.tree.Tree;
import java.util.List;

/** An index with the rows of a collection at one moment. Immutable; closed family. */
public sealed interface BuiltIndex permits IndexTree, IndexHash {
  /**
   * Over all rows of a collection.
   *
   * @throws dev.jongleur.error.DuplicateException when rows share a key that is to be unique
   */
  static BuiltIndex over(Index index, ModelDefinition model, Tree rows) {
    var keys = new IndexKeys(index, model);
    return index.isHash() ? IndexHash.over(keys, model, rows) : IndexTree.over(keys, model, rows);
  }

  IndexKeys keys();

  /**
   * After changes of rows, all of them or none: what goes makes place for what comes.
   *
   * @throws dev.jongleur.error.DuplicateException when a unique key is taken afterwards
   */
  BuiltIndex after(List<RowChange> changes, ModelDefinition model);
}
