package dev.jongleur.validation;

import dev.jongleur.definition.Validation.Length;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The bounds of a length; several may be broken at once (F-335). */
final class Lengths implements ValueRule {
  private final int min;
  private final int max;
  private final OptionalInt is;

  Lengths(Length rule) {
    this.min = rule.min().orElse(0);
    this.max = rule.max().orElse(Integer.MAX_VALUE);
    this.is = rule.is();
  }

  @Override
  public List<Finding> findings(@Nullable Object value) {
    int size = Rules.size(value);
    boolean fits = size >= min && size <= max && (is.isEmpty() || is.getAsInt() == size);
    return fits || size < 0 && is.isEmpty() ? List.of() : broken(size);
  }

  private List<Finding> broken(int size) {
    var found = new ArrayList<Finding>();
    add(found, size >= 0 && size < min, "min");
    add(found, size > max, "max");
    add(found, is.isPresent() && is.getAsInt() != size, "is");
    return found;
  }

  private static void add(List<Finding> found, boolean broken, String kind) {
    if (broken) {
      found.add(new Finding("length", kind));
    }
  }
}
