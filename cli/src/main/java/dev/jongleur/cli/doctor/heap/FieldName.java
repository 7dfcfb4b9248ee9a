package dev.jongleur.cli.doctor.heap;

/** A field, by the class that declares it. */
public record FieldName(String declaredIn, String name) {
  @Override
  public String toString() {
    return declaredIn + "." + name;
  }
}
