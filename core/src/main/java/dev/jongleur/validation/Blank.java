package dev.jongleur.validation;

import dev.jongleur.entity.Nothing;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What counts as no value: nothing, null, empty text, an empty list, NaN. */
final class Blank {
  private Blank() {}

  static boolean is(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Nothing _ -> true;
      case String text -> text.isEmpty();
      case Collection<?> list -> list.isEmpty();
      case Double number -> number.isNaN();
      default -> false;
    };
  }
}
