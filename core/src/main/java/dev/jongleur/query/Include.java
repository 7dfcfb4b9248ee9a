package dev.jongleur.query;

/** A relation to read along (F-303), with a filter on what is related. */
public record Include(String relation, Filter scope) {
  public static Include of(String relation) {
    return new Include(relation, Filter.all());
  }
}
