package dev.jongleur.cli.doctor.heap;

import java.util.regex.Pattern;

/** Names of classes as people write them. */
final class ClassNames {
  /** What the JVM appends to the class of a lambda or another hidden class. */
  private static final Pattern HIDDEN = Pattern.compile("(\\$\\$Lambda)?[+/]0x[0-9a-f]+.*");

  private ClassNames() {}

  /** From the form of the JVM, as {@code [Ljava/lang/String;}. */
  static String readable(String internal) {
    int dimensions = internal.lastIndexOf('[') + 1;
    String element = dimensions == 0 ? internal : element(internal.substring(dimensions));
    String plain = HIDDEN.matcher(element).replaceFirst("$1").replace('/', '.');
    return plain + "[]".repeat(dimensions);
  }

  private static String element(String descriptor) {
    return switch (descriptor.charAt(0)) {
      case 'L' -> descriptor.substring(1, descriptor.length() - 1);
      case 'Z' -> "boolean";
      case 'C' -> "char";
      case 'F' -> "float";
      case 'D' -> "double";
      case 'B' -> "byte";
      case 'S' -> "short";
      case 'I' -> "int";
      default -> "long";
    };
  }
}
