package dev.jongleur.model;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;

/**
 * The names of a space's models as they are when asked: to look for one costs a look-up, and to go
 * over them reads them as they were at the beginning. Thread-safe.
 */
final class LiveNames extends AbstractSet<String> {
  private final ModelSpace space;

  /** Whoever has the names has this, so that its owner is not taken for forgotten. */
  @SuppressWarnings("UnusedVariable")
  private final Object hold;

  LiveNames(ModelSpace space, Object hold) {
    this.space = space;
    this.hold = hold;
  }

  @Override
  public boolean contains(Object name) {
    return name instanceof String text && space.isOpen() && space.models().has(text);
  }

  @Override
  public Iterator<String> iterator() {
    return space.isOpen() ? space.names().iterator() : Collections.emptyIterator();
  }

  @Override
  public int size() {
    return space.isOpen() ? space.models().count() : 0;
  }
}
