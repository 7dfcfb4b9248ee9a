package dev.jongleur.jdbc.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model's table as it was found: the columns of its properties in the order of the slots, then
 * service columns. Immutable, compared by content: the same for all tenants whose tables are alike.
 */
public final class Table {
  /** No such column. */
  public static final int NONE = -1;

  private static final int BYTES = 400;
  private static final int BYTES_OF_COLUMN = 200;

  private final String name;
  private final String shape;
  private final List<Column> columns;
  private final List<Integer> keys;
  private final Map<String, List<String>> uniques;
  private final List<Integer> all;
  private final List<Integer> written;
  private final List<Integer> writtenWithIdentity;
  private final int properties;
  private final int nulls;
  private final int open;
  private final int identity;
  private final int hash;

  /**
   * A table.
   *
   * @param shape the digest of the model's shape
   * @param columns those of the properties, then service columns
   * @param keys places of the key's columns
   * @param uniques by the name of a unique index, its properties
   */
  Table(
      String name,
      String shape,
      List<Column> columns,
      List<Integer> keys,
      Map<String, List<String>> uniques) {
    this.name = name;
    this.shape = shape;
    this.columns = List.copyOf(columns);
    this.keys = List.copyOf(keys);
    this.uniques = Map.copyOf(uniques);
    this.properties = (int) columns.stream().filter(column -> !column.property().isEmpty()).count();
    this.nulls = service(Mapping.NULLS);
    this.open = service(Mapping.OPEN);
    this.identity = findIdentity();
    this.all = IntStream.range(0, columns.size()).boxed().toList();
    this.written = all.stream().filter(place -> !column(place).automatic()).toList();
    this.writtenWithIdentity =
        all.stream().filter(place -> !column(place).automatic() || place == identity).toList();
    this.hash = Objects.hash(name, shape, columns);
  }

  public String name() {
    return name;
  }

  public List<Column> columns() {
    return columns;
  }

  public Column column(int place) {
    return columns.get(place);
  }

  /** How many columns belong to properties; their places are those of the slots. */
  public int properties() {
    return properties;
  }

  /** What tells rows apart: the key's columns, else the numbers of rows, else nothing. */
  public List<Integer> keys() {
    return keys;
  }

  /** The places of all columns. */
  public List<Integer> all() {
    return all;
  }

  /** Where explicit nulls are marked. */
  public int nulls() {
    return nulls;
  }

  /** Where properties that are not defined lie. */
  public int open() {
    return open;
  }

  /** The column of the key whose value the database makes. */
  public int identity() {
    return identity;
  }

  /** The properties that a unique index is for, if it was seen when the table was. */
  public Optional<List<String>> unique(String index) {
    return Optional.ofNullable(uniques.get(index));
  }

  /** The properties in these columns; other columns by their own names. */
  public List<String> properties(List<String> names) {
    return properties(columns, names);
  }

  static List<String> properties(List<Column> columns, List<String> names) {
    return names.stream().map(name -> property(columns, name)).toList();
  }

  private static String property(List<Column> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name) && !column.property().isEmpty())
        .findFirst()
        .map(Column::property)
        .orElse(name);
  }

  /** The places of columns that are written, with or without the identity. */
  public List<Integer> written(boolean withIdentity) {
    return withIdentity ? writtenWithIdentity : written;
  }

  /** What it takes of memory, in bytes, roughly. */
  public int weight() {
    return BYTES + BYTES_OF_COLUMN * columns.size();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Table that
            && hash == that.hash
            && name.equals(that.name)
            && shape.equals(that.shape)
            && columns.equals(that.columns)
            && keys.equals(that.keys)
            && uniques.equals(that.uniques);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "Table " + name;
  }

  private int findIdentity() {
    return keys.stream()
        .filter(place -> place < properties && columns.get(place).automatic())
        .findFirst()
        .orElse(NONE);
  }

  private int service(String service) {
    for (int i = properties; i < columns.size(); i++) {
      if (columns.get(i).name().equals(service)) {
        return i;
      }
    }
    return NONE;
  }
}
