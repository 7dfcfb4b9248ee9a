package dev.jongleur.entity;

/**
 * A value that could not be read as the date it should be (F-017). It may stand in an entity that
 * was built, and keeps it from being stored.
 */
public record Unreadable(String text) {
  @Override
  public String toString() {
    return text;
  }
}
