package dev.jongleur.entity;

/**
 * A value that could not be read as the date it should be (F-017); it may stand in an entity that
 * was built, and keeps it from being stored. Or what was stored before its property got a type that
 * refuses it.
 */
public record Unreadable(String text) {
  @Override
  public String toString() {
    return text;
  }
}
