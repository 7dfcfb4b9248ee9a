package dev.jongleur.observer;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Picks the model of a row by its values (F-330): several models keep their rows together, and one
 * that they build on finds them all. Called for each row that is read and for data that is to be
 * stored, by several threads at once.
 */
@FunctionalInterface
public interface ModelChoice {
  /**
   * The name of the row's model. One that is no sub-model of the model asked changes nothing, and
   * neither does none.
   *
   * @param row what is known of it: of data that is to be stored, as it was given
   */
  Optional<String> model(Map<String, ? extends @Nullable Object> row);

  /** The value of a property is the name. */
  static ModelChoice by(String property) {
    return row -> Optional.ofNullable(row.get(property)).map(String::valueOf);
  }
}
