package dev.jongleur.memory.plan;

import dev.jongleur.entity.Entity;
import dev.jongleur.memory.tree.Place;
import dev.jongleur.memory.tree.Rows;
import dev.jongleur.memory.tree.Span;
import dev.jongleur.memory.tree.Tree;
import dev.jongleur.memory.tree.TreeCursor;
import org.jspecify.annotations.Nullable;

/** The keys of a span from the last to the first, the rows under each by their ids as ever. */
final class Backwards implements Rows {
  private final Tree tree;
  private final int from;
  private int to;
  private TreeCursor group;

  Backwards(Tree tree, Span span) {
    this.tree = tree;
    this.from = span.low().map(tree::rank).orElse(0);
    this.to = span.high().map(tree::rank).orElseGet(tree::size);
    this.group = tree.between(0, 0);
  }

  @Override
  public @Nullable Entity next() {
    Entity row = group.next();
    if (row == null && to > from) {
      group = lastGroup();
      row = group.next();
    }
    return row;
  }

  private TreeCursor lastGroup() {
    TreeCursor last = tree.between(to - 1, to);
    var _ = last.next();
    int begin = Math.max(from, tree.rank(Place.before(last.key())));
    TreeCursor all = tree.between(begin, to);
    to = begin;
    return all;
  }
}
