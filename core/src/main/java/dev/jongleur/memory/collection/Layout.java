package dev.jongleur.memory.collection;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.memory.tree.Tree;
import java.util.List;

/** The indexes that a collection has for one model, as its definition says. Immutable. */
public record Layout(ModelDefinition model, List<BuiltIndex> indexes) {

  public Layout {
    indexes = List.copyOf(indexes);
  }

  static Layout over(ModelDefinition model, Tree rows) {
    return new Layout(
        model,
        model.indexes().stream()
            .filter(index -> IndexKeys.isKept(index, model))
            .map(index -> BuiltIndex.over(index, model, rows))
            .toList());
  }

  /** Whether its indexes are right for this definition too. */
  boolean fits(ModelDefinition other) {
    return model == other
        || model.shape().equals(other.shape()) && model.indexes().equals(other.indexes());
  }

  /** The same indexes under an equal definition. */
  Layout under(ModelDefinition other) {
    return new Layout(other, indexes);
  }

  Layout after(List<RowChange> changes) {
    if (indexes.isEmpty()) {
      return this;
    }
    var changed = new BuiltIndex[indexes.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = indexes.get(i).after(changes, model);
    }
    return new Layout(model, List.of(changed));
  }
}
