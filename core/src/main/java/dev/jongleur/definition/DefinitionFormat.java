package dev.jongleur.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes definitions as plain data and reads them back, to be kept in a database. Found by {@link
 * java.util.ServiceLoader}; the json module has one. Thread-safe.
 */
public interface DefinitionFormat {
  /** The definition as JSON-like data; reads back as an equal one. */
  Map<String, Object> write(ModelDefinition definition);

  /**
   * A definition from what {@link #write} made of it.
   *
   * @throws dev.jongleur.error.DefinitionException listing everything that is wrong
   */
  ModelDefinition read(Map<String, ? extends @Nullable Object> written);
}
