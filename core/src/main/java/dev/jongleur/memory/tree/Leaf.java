package dev.jongleur.memory.tree;

import org.jspecify.annotations.Nullable;

/** Entries in order. */
final class Leaf extends Node {
  Leaf(@Nullable Object[] cells) {
    super(cells);
  }

  @Override
  int count() {
    return cells.length / WIDTH;
  }

  @Override
  int size() {
    return count();
  }

  @Override
  Node put(Edit edit) {
    int at = find(edit);
    if (at >= 0) {
      return new Leaf(replaced(at, edit.key, edit.row));
    }
    edit.more = 1;
    return fitting(spliced(cells, -1 - at, 0, edit.key, edit.row), -1 - at, edit);
  }

  /** Splits what has become too wide; at its end when entries come in order, as ids do. */
  private Node fitting(@Nullable Object[] all, int at, Edit edit) {
    if (all.length <= MOST * WIDTH) {
      return new Leaf(all);
    }
    int middle = at == cells.length ? cells.length : MOST / 2 * WIDTH;
    edit.right = new Leaf(part(all, middle, all.length));
    return new Leaf(part(all, 0, middle));
  }

  @Override
  Node remove(Edit edit) {
    int at = find(edit);
    if (at < 0) {
      return this;
    }
    edit.more = -1;
    return new Leaf(spliced(cells, at, WIDTH));
  }

  @Override
  Node join(Node right) {
    return new Leaf(spliced(cells, cells.length, 0, right.cells));
  }

  @Override
  int rank(Place place, Ordering ordering) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.isBehind(cells[middle * WIDTH], ordering)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The cell of the entry, or -1 less the cell where it belongs. */
  int find(Edit edit) {
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = edit.compare(cells[middle * WIDTH], cells[middle * WIDTH + 1]);
      if (order == 0) {
        return middle * WIDTH;
      }
      if (order > 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - low * WIDTH;
  }
}
