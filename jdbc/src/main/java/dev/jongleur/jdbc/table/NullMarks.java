package dev.jongleur.jdbc.table;

import org.jspecify.annotations.Nullable;

/**
 * The list, as text, of properties that are an explicit null: {@code ;age;name;}. It is asked only
 * where a column is null, so that setting a value need not take its mark off.
 */
public final class NullMarks {
  /** The list with nothing on it, and what stands between its marks. */
  public static final String EMPTY = ";";

  private NullMarks() {}

  /** How a property is listed: between separators that its name cannot contain. */
  static String of(String property) {
    return EMPTY + property.replace("~", "~0").replace(";", "~1") + EMPTY;
  }

  /** Whether the column's property is on the list. */
  public static boolean has(@Nullable String list, Column column) {
    return list != null && list.contains(column.mark());
  }

  /** The list with this one on it. */
  public static String add(@Nullable String list, Column column) {
    return (list == null ? EMPTY : list) + column.mark().substring(1);
  }
}
