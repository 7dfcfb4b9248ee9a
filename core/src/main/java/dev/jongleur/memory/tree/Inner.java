package dev.jongleur.memory.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Children in order. How many rows there are up to the end of each is kept beside them; what each
 * begins with is in the cells, which a change within a child leaves as they are. Where those keys
 * are all whole numbers they are there as such too: a search then reads one array, not an object
 * for each.
 */
final class Inner extends Node {
  private final Node[] children;
  private final int[] ends;
  private final long @Nullable [] numbers;

  private Inner(@Nullable Object[] cells, long @Nullable [] numbers, Node[] children, int[] ends) {
    super(cells);
    this.numbers = numbers;
    this.children = children;
    this.ends = ends;
  }

  static Inner of(Node... children) {
    @Nullable Object[] cells = new @Nullable Object[children.length * WIDTH];
    int[] ends = new int[children.length];
    int rows = 0;
    for (int i = 0; i < children.length; i++) {
      cells[i * WIDTH] = children[i].firstKey();
      cells[i * WIDTH + 1] = children[i].firstRow();
      rows += children[i].size();
      ends[i] = rows;
    }
    return new Inner(cells, numbers(cells), children, ends);
  }

  private static long @Nullable [] numbers(@Nullable Object[] cells) {
    long[] numbers = new long[cells.length / WIDTH];
    for (int i = 0; i < numbers.length; i++) {
      if (!(cells[i * WIDTH] instanceof Long number)) {
        return null;
      }
      numbers[i] = number;
    }
    return numbers;
  }

  Node child(int place) {
    return children[place];
  }

  /** How many rows lie before a child. */
  int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  @Override
  int count() {
    return children.length;
  }

  @Override
  int size() {
    return ends[ends.length - 1];
  }

  @Override
  Node put(Edit edit) {
    int place = placeOf(edit);
    Node changed = children[place].put(edit);
    Node right = edit.takeRight();
    if (right == null) {
      return with(place, changed, edit.more);
    }
    Node[] all = exchanged(place, 1, changed, right);
    return all.length <= MOST ? of(all) : split(all, place, edit);
  }

  private Inner with(int place, Node changed, int more) {
    Node[] others = children.clone();
    others[place] = changed;
    int at = place * WIDTH;
    Object key = changed.firstKey();
    Object row = changed.firstRow();
    @Nullable Object[] firsts =
        cells[at] == key && cells[at + 1] == row ? cells : replaced(at, key, row);
    boolean isSame = cells[at] == key;
    return new Inner(firsts, isSame ? numbers : numbers(firsts), others, endsWith(place, more));
  }

  private int[] endsWith(int place, int more) {
    if (more == 0) {
      return ends;
    }
    int[] copy = ends.clone();
    for (int i = place; i < copy.length; i++) {
      copy[i] += more;
    }
    return copy;
  }

  /** The children with others in the place of some. */
  private Node[] exchanged(int from, int removed, Node... added) {
    int rest = from + removed;
    Node[] all = Arrays.copyOf(children, children.length - removed + added.length);
    System.arraycopy(added, 0, all, from, added.length);
    System.arraycopy(children, rest, all, from + added.length, children.length - rest);
    return all;
  }

  private Node split(Node[] all, int place, Edit edit) {
    int middle = place == count() - 1 ? MOST : MOST / 2;
    edit.right = of(Arrays.copyOfRange(all, middle, all.length));
    return of(Arrays.copyOf(all, middle));
  }

  @Override
  Node remove(Edit edit) {
    int place = placeOf(edit);
    Node before = children[place];
    Node changed = before.remove(edit);
    if (changed == before) {
      return this;
    }
    if (changed.count() == 0) {
      return of(exchanged(place, 1));
    }
    Inner whole = with(place, changed, edit.more);
    return changed.count() < FEW ? whole.joined(place) : whole;
  }

  /** Joins a narrow child with the one to its right, or else to its left, where they fit. */
  private Node joined(int place) {
    int last = count() - 1;
    for (int left = Math.min(place, last - 1); left >= Math.max(0, place - 1); left--) {
      Node one = children[left];
      Node two = children[left + 1];
      if (one.count() + two.count() <= MOST) {
        return of(exchanged(left, 2, one.join(two)));
      }
    }
    return this;
  }

  @Override
  Node join(Node right) {
    return of(exchanged(children.length, 0, ((Inner) right).children));
  }

  @Override
  int rank(Place place, Ordering ordering) {
    int child = childAt(place, ordering);
    return start(child) + children[child].rank(place, ordering);
  }

  /** The last child that begins before a place, which the place is in; or the first. */
  int childAt(Place place, Ordering ordering) {
    int low = 1;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBehind(place, middle, ordering)) {
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
      if (compare(edit, middle) >= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Whether a child begins before a place. */
  private boolean isBehind(Place place, int child, Ordering ordering) {
    if (numbers != null && place.key() instanceof Long number) {
      int order = Long.compare(numbers[child], number);
      return order < 0 || order == 0 && place.isAfter();
    }
    return place.isBehind(cells[child * WIDTH], ordering);
  }

  /** Where an entry lies relative to what a child begins with. */
  private int compare(Edit edit, int child) {
    int order =
        numbers != null && edit.key instanceof Long number
            ? Long.compare(number, numbers[child])
            : 0;
    return order != 0 ? order : edit.compare(cells[child * WIDTH], cells[child * WIDTH + 1]);
  }
}
