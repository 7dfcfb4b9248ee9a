package dev.jongleur.jdbc;

import dev.jongleur.entity.Entity;
import java.util.ArrayList;
import java.util.List;

/** Collects rows that come in order, after some and up to so many; 0: all. For one thread. */
final class Page {
  private final int limit;
  private final List<Entity> rows = new ArrayList<>();
  private int toSkip;

  Page(int skip, int limit) {
    this.toSkip = skip;
    this.limit = limit;
  }

  /** Takes the next row; says whether it wants more. */
  boolean take(Entity row) {
    if (toSkip > 0) {
      toSkip--;
      return true;
    }
    rows.add(row);
    return limit == 0 || rows.size() < limit;
  }

  List<Entity> rows() {
    return List.copyOf(rows);
  }
}
