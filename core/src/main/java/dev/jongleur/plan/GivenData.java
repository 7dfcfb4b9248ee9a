package dev.jongleur.plan;

import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data of which some values were not given (F-226): neither null nor a value. */
public final class GivenData {
  private GivenData() {}

  /**
   * The data as the setting {@code normalizeUndefinedInQuery} has it: without them, which is usual,
   * or with null in their place.
   *
   * @throws DataException when the setting refuses them
   */
  public static Map<String, ? extends @Nullable Object> of(
      Map<String, ? extends @Nullable Object> data, Flags flags) {
    return data.containsValue(Nothing.UNDEFINED) ? handled(data, flags) : data;
  }

  private static Map<String, @Nullable Object> handled(
      Map<String, ? extends @Nullable Object> data, Flags flags) {
    NotGiven.Handling handling = NotGiven.Handling.of(flags);
    var given = new LinkedHashMap<String, @Nullable Object>();
    data.forEach((name, value) -> {
      if (value != Nothing.UNDEFINED) {
        given.put(name, value);
      } else if (handling == NotGiven.Handling.NULLIFY) {
        given.put(name, null);
      } else if (handling == NotGiven.Handling.THROW) {
        throw refused(flags, name);
      }
    });
    return given;
  }

  private static DataException refused(Flags flags, String name) {
    return new DataException(
        "\"%s\" of \"%s\" has no value; the setting \"%s\" refuses it."
            .formatted(name, flags.model().name(), NotGiven.SETTING));
  }
}
