package dev.jongleur.server;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which models are served, each under one path; the case of a path does not matter, as in Express.
 */
record PublicModels(Map<String, String> nameByPath) {
  PublicModels {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(nameByPath);
    nameByPath = Collections.unmodifiableMap(sorted);
  }

  /**
   * Those chosen, or all when none is.
   *
   * @throws DefinitionException when a chosen model is not in the blueprint, or two have one path
   */
  static PublicModels of(Blueprint blueprint, Map<String, String> chosen) {
    var byPath = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    Map<String, String> served = chosen.isEmpty() ? all(blueprint) : chosen;
    served.forEach((name, path) -> add(byPath, path(definition(blueprint, name), path), name));
    return new PublicModels(byPath);
  }

  Optional<String> at(String path) {
    return Optional.ofNullable(nameByPath.get(path));
  }

  private static Map<String, String> all(Blueprint blueprint) {
    var all = new LinkedHashMap<String, String>();
    blueprint.models().keySet().forEach(name -> all.put(name, ""));
    return all;
  }

  private static ModelDefinition definition(Blueprint blueprint, String name) {
    Placed placed = blueprint.models().get(name);
    if (placed == null) {
      throw new DefinitionException("The model \"" + name + "\" is public, but is not defined.");
    }
    return placed.definition();
  }

  /** As said, else by the definition's {@code http.path}, else its plural. */
  private static String path(ModelDefinition definition, String said) {
    String path = said;
    if (path.isEmpty() && definition.settings().others().get("http") instanceof Map<?, ?> http) {
      path = http.get("path") instanceof String text ? text : "";
    }
    String bare = path.startsWith("/") ? path.substring(1) : path;
    return bare.isEmpty() ? definition.plural() : bare;
  }

  private static void add(Map<String, String> byPath, String path, String name) {
    if (path.contains("/")) {
      throw new DefinitionException("The path of \"" + name + "\" has more than one part.");
    }
    String other = byPath.putIfAbsent(path, name);
    if (other != null) {
      throw new DefinitionException(
          "\"" + other + "\" and \"" + name + "\" have the same path, \"" + path + "\".");
    }
  }
}
