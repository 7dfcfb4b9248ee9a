package dev.jongleur.memory.tree;

import org.jspecify.annotations.Nullable;

/**
 * Children in order, each after its first entry: key, row, child, key, row, child, ... How many
 * rows there are up to the end of each child is kept beside them.
 */
final class Inner extends Node {
  static final int WIDTH = 3;

  private final int[] ends;

  Inner(@Nullable Object[] cells) {
    super(cells);
    this.ends = new int[cells.length / WIDTH];
    int rows = 0;
    for (int i = 0; i < ends.length; i++) {
      rows += child(i).size();
      ends[i] = rows;
    }
  }

  /** One whose children have as many rows as before, but one of them so many more. */
  private Inner(@Nullable Object[] cells, Inner before, int place, int more) {
    super(cells);
    if (more == 0) {
      this.ends = before.ends;
    } else {
      this.ends = before.ends.clone();
      for (int i = place; i < ends.length; i++) {
        ends[i] += more;
      }
    }
  }

  static Inner of(Node... children) {
    @Nullable Object[] cells = new @Nullable Object[children.length * WIDTH];
    for (int i = 0; i < children.length; i++) {
      fill(cells, i, children[i]);
    }
    return new Inner(cells);
  }

  private static void fill(@Nullable Object[] cells, int place, Node child) {
    cells[place * WIDTH] = child.firstKey();
    cells[place * WIDTH + 1] = child.firstRow();
    cells[place * WIDTH + 2] = child;
  }

  Node child(int place) {
    return (Node) there(cells[place * WIDTH + 2]);
  }

  /** How many rows lie before a child. */
  int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  @Override
  int count() {
    return ends.length;
  }

  @Override
  int size() {
    return ends[ends.length - 1];
  }

  @Override
  Node put(Edit edit) {
    int place = placeOf(edit);
    Node changed = child(place).put(edit);
    Node right = edit.takeRight();
    if (right == null) {
      return with(place, changed, edit.more);
    }
    @Nullable Object[] copy = withRoom(place + 1, right);
    fill(copy, place, changed);
    return copy.length <= MOST * WIDTH ? new Inner(copy) : split(copy, place, edit);
  }

  private Inner with(int place, Node changed, int more) {
    @Nullable Object[] copy = cells.clone();
    fill(copy, place, changed);
    return new Inner(copy, this, place, more);
  }

  private @Nullable Object[] withRoom(int place, Node right) {
    return spliced(cells, place * WIDTH, 0, right.firstKey(), right.firstRow(), right);
  }

  private Node split(@Nullable Object[] all, int place, Edit edit) {
    int middle = (place == count() - 1 ? MOST : MOST / 2) * WIDTH;
    edit.right = new Inner(part(all, middle, all.length));
    return new Inner(part(all, 0, middle));
  }

  @Override
  Node remove(Edit edit) {
    int place = placeOf(edit);
    Node before = child(place);
    Node changed = before.remove(edit);
    if (changed == before) {
      return this;
    }
    if (changed.count() == 0) {
      return new Inner(spliced(cells, place * WIDTH, WIDTH));
    }
    Inner whole = with(place, changed, edit.more);
    return changed.count() < FEW ? whole.joined(place) : whole;
  }

  /** Joins a narrow child with the one to its right, or else to its left, where they fit. */
  private Node joined(int place) {
    int last = count() - 1;
    for (int left = Math.min(place, last - 1); left >= Math.max(0, place - 1); left--) {
      Node one = child(left);
      Node two = child(left + 1);
      if (one.count() + two.count() <= MOST) {
        Node both = one.join(two);
        return new Inner(
            spliced(cells, left * WIDTH, 2 * WIDTH, both.firstKey(), both.firstRow(), both));
      }
    }
    return this;
  }

  @Override
  Node join(Node right) {
    return new Inner(spliced(cells, cells.length, 0, right.cells));
  }

  @Override
  int rank(Place place, Ordering ordering) {
    int child = childAt(place, ordering);
    return start(child) + child(child).rank(place, ordering);
  }

  /** The last child that begins before a place, which the place is in; or the first. */
  int childAt(Place place, Ordering ordering) {
    int low = 1;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.isBehind(cells[middle * WIDTH], ordering)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The last child that does not begin after an entry; or the first. */
  int placeOf(Edit edit) {
    int low = 1;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edit.compare(cells[middle * WIDTH], cells[middle * WIDTH + 1]) >= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
