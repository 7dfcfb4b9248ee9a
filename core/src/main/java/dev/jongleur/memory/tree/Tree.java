package dev.jongleur.memory.tree;

import dev.jongleur.entity.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows under keys, in order. Immutable: a change makes another tree in steps as many as the tree is
 * high, each of which copies one node. Counting up to any place takes as many.
 */
public final class Tree {
  /** Nodes that are made at once leave room for what comes between. */
  private static final int FULL = Node.MOST * 3 / 4;

  private final Ordering ordering;
  private final Node root;

  private Tree(Ordering ordering, Node root) {
    this.ordering = ordering;
    this.root = root;
  }

  public static Tree empty(Ordering ordering) {
    return new Tree(ordering, new Leaf(new @Nullable Object[0]));
  }

  /**
   * A tree of entries that are in order already.
   *
   * @param entries key and row in turn
   */
  public static Tree of(Ordering ordering, @Nullable Object[] entries) {
    List<Node> level = new ArrayList<>();
    int width = FULL * Leaf.WIDTH;
    for (int from = 0; from < entries.length; from += width) {
      level.add(new Leaf(Node.part(entries, from, Math.min(entries.length, from + width))));
    }
    while (level.size() > 1) {
      level = above(level);
    }
    return level.isEmpty() ? empty(ordering) : new Tree(ordering, level.getFirst());
  }

  private static List<Node> above(List<Node> level) {
    var above = new ArrayList<Node>();
    for (int from = 0; from < level.size(); from += FULL) {
      int to = Math.min(level.size(), from + FULL);
      above.add(Inner.of(level.subList(from, to).toArray(Node[]::new)));
    }
    return above;
  }

  public int size() {
    return root.count() == 0 ? 0 : root.size();
  }

  /** The row under a key, in a tree of distinct keys. */
  public @Nullable Entity get(@Nullable Object key) {
    Node node = root;
    Place place = Place.after(key);
    while (node instanceof Inner inner) {
      node = inner.child(inner.childAt(place, ordering));
    }
    int at = node.rank(place, ordering) - 1;
    return at >= 0 && ordering.keys(node.cells[at * Leaf.WIDTH], key) == 0
        ? (Entity) node.cells[at * Leaf.WIDTH + 1]
        : null;
  }

  /** With this entry, in the place of an equal one if there is one. */
  public Tree put(@Nullable Object key, Entity row) {
    var edit = new Edit(ordering, key, row);
    Node changed = root.put(edit);
    Node right = edit.takeRight();
    return new Tree(ordering, right == null ? changed : Inner.of(changed, right));
  }

  /** Without this entry, if it is there. */
  public Tree remove(@Nullable Object key, Entity row) {
    Node changed = root.remove(new Edit(ordering, key, row));
    while (changed instanceof Inner inner && inner.count() == 1) {
      changed = inner.child(0);
    }
    return changed == root ? this : new Tree(ordering, changed);
  }

  /** How many entries lie before a place. */
  public int rank(Place place) {
    return root.rank(place, ordering);
  }

  /** The first row whose key is equal to this one, or begins with it. */
  public Optional<Entity> first(@Nullable Object key) {
    TreeCursor cursor =
        range(new Span(Optional.of(Place.before(key)), Optional.of(Place.after(key))));
    return Optional.ofNullable(cursor.next());
  }

  /** How many entries are in a span. */
  public int count(Span span) {
    int from = span.low().map(this::rank).orElse(0);
    int to = span.high().map(this::rank).orElseGet(this::size);
    return Math.max(0, to - from);
  }

  /** Goes through a span, in order. */
  public TreeCursor range(Span span) {
    int from = span.low().map(this::rank).orElse(0);
    int to = span.high().map(this::rank).orElseGet(this::size);
    return new TreeCursor(root, from, to);
  }

  /** Goes through the entries from one rank to another. */
  public TreeCursor between(int from, int to) {
    return new TreeCursor(root, from, to);
  }

  public TreeCursor all() {
    return new TreeCursor(root, 0, size());
  }

  public Ordering ordering() {
    return ordering;
  }
}
