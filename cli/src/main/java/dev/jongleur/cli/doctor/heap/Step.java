package dev.jongleur.cli.doctor.heap;

/**
 * How one object keeps the next.
 *
 * @param owner the class that declares the field, or the array's
 * @param member the field's name, or the place in the array in brackets
 */
public record Step(String owner, String member, boolean isStatic) {
  @Override
  public String toString() {
    return member.startsWith("[")
        ? owner.substring(0, owner.length() - 2) + member
        : (isStatic ? "static " : "") + field();
  }

  /** The field by its name, static or not. */
  String field() {
    return owner + "." + member;
  }
}
