package dev.jongleur.definition;

/** A list whose items are all of one type (F-023); of {@code ANY} it is the untyped array. */
public record ListType(PropertyType item) implements PropertyType {
  @Override
  public String canonical() {
    return "[" + item.canonical() + "]";
  }

  @Override
  public PropertyType stored() {
    return item.stored() == item ? this : item.stored().list();
  }
}
