package dev.jongleur.entity;

import java.util.List;
import java.util.Optional;

/**
 * Some of the rows that a filter asks for, and where to go on. Immutable.
 *
 * @param next the bookmark of the last row, to be handed back for the next page; empty when there
 *     are no more. Text of letters, digits, - and _, which tells the values the rows are ordered by
 */
public record Page(List<Entity> rows, Optional<String> next) {
  public Page {
    rows = List.copyOf(rows);
  }
}
