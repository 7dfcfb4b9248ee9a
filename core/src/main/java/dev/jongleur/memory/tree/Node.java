package dev.jongleur.memory.tree;

import org.jspecify.annotations.Nullable;

/**
 * A node of a tree. Its cells hold entries one after the other, key, row, key, row, ...: those of a
 * leaf, or the first of each child. Never changes.
 */
abstract sealed class Node permits Leaf, Inner {
  /** How many entries a leaf has at most, and children an inner node. */
  static final int MOST = 32;

  /** One with fewer is joined with its neighbour, where they fit together. */
  static final int FEW = MOST / 4;

  /** How many cells an entry takes. */
  static final int WIDTH = 2;

  final @Nullable Object[] cells;

  Node(@Nullable Object[] cells) {
    this.cells = cells;
  }

  /** How many entries or children it has. */
  abstract int count();

  /** How many rows are in it and below. */
  abstract int size();

  /** A copy with the entry put in, in the place of an equal one if there is one. */
  abstract Node put(Edit edit);

  /** A copy without the entry, or itself when it is not there. */
  abstract Node remove(Edit edit);

  /** This and the node to its right as one. */
  abstract Node join(Node right);

  /** How many rows lie before a place. */
  abstract int rank(Place place, Ordering ordering);

  final @Nullable Object firstKey() {
    return cells[0];
  }

  final Object firstRow() {
    return there(cells[1]);
  }

  /** Cells of rows and children are never empty. */
  static Object there(@Nullable Object cell) {
    if (cell == null) {
      throw new IllegalStateException("an empty cell in a tree");
    }
    return cell;
  }

  /** A copy of the cells with another entry in the place of one. */
  final @Nullable Object[] replaced(int at, @Nullable Object key, Object row) {
    @Nullable Object[] copy = cells.clone();
    copy[at] = key;
    copy[at + 1] = row;
    return copy;
  }

  /** A copy in which some cells are replaced by others. */
  static @Nullable Object[] spliced(
      @Nullable Object[] cells, int from, int removed, @Nullable Object... added) {
    int rest = cells.length - from - removed;
    @Nullable Object[] copy = new @Nullable Object[from + added.length + rest];
    System.arraycopy(cells, 0, copy, 0, from);
    System.arraycopy(added, 0, copy, from, added.length);
    System.arraycopy(cells, from + removed, copy, from + added.length, rest);
    return copy;
  }

  static @Nullable Object[] part(@Nullable Object[] cells, int from, int to) {
    @Nullable Object[] copy = new @Nullable Object[to - from];
    System.arraycopy(cells, from, copy, 0, to - from);
    return copy;
  }
}
