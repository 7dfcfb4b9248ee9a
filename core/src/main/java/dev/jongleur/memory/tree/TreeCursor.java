package dev.jongleur.memory.tree;

import dev.jongleur.entity.Entity;
import org.jspecify.annotations.Nullable;

/** Goes through a part of a tree row by row. Belongs to one thread; the tree never changes. */
public final class TreeCursor implements Rows {
  /** Higher than any tree can be: its nodes are wide. */
  private static final int HIGHEST = 12;

  private final @Nullable Inner[] path = new @Nullable Inner[HIGHEST];
  private final int[] places = new int[HIGHEST];
  private int height;
  private int left;
  private @Nullable Object[] cells;
  private int at;

  /** Begins at the row of one rank, and ends before that of another. */
  TreeCursor(Node root, int from, int to) {
    left = Math.max(0, to - from);
    Node node = root;
    int rest = from;
    while (left > 0 && node instanceof Inner inner) {
      int place = placeOf(inner, rest);
      rest -= inner.start(place);
      node = enter(inner, place);
    }
    cells = node.cells;
    at = rest * Leaf.WIDTH;
  }

  private static int placeOf(Inner inner, int rank) {
    int place = inner.count() - 1;
    while (inner.start(place) > rank) {
      place--;
    }
    return place;
  }

  private Node enter(Inner inner, int place) {
    path[height] = inner;
    places[height] = place;
    height++;
    return inner.child(place);
  }

  @Override
  public @Nullable Entity next() {
    if (left == 0) {
      return null;
    }
    if (at == cells.length) {
      nextLeaf();
    }
    left--;
    at += Leaf.WIDTH;
    return (Entity) cells[at - 1];
  }

  /** The key of the row that came last. */
  public @Nullable Object key() {
    return cells[at - Leaf.WIDTH];
  }

  private void nextLeaf() {
    Inner inner = up();
    Node node = enter(inner, places[height] + 1);
    while (node instanceof Inner below) {
      node = enter(below, 0);
    }
    cells = node.cells;
    at = 0;
  }

  /** The lowest node on the path that has a child more; its place is left where it is. */
  private Inner up() {
    while (true) {
      height--;
      Inner inner = path[height];
      if (inner != null && places[height] + 1 < inner.count()) {
        return inner;
      }
    }
  }
}
