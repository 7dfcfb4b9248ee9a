package dev.jongleur.server;

import dev.jongleur.server.web.RefusedException;
import java.util.List;

/**
 * A request's method and path, and the route that takes it.
 *
 * @param model the name of the model
 * @param parts what stands behind the model's path
 */
record Match(String model, String verb, List<String> parts, Route route) {
  /**
   * Finds the model, then the route.
   *
   * @param path the whole path, to be told
   * @param parts the model's path and what stands behind it
   * @throws RefusedException when there is no such model or route
   */
  static Match of(PublicModels models, String verb, String path, List<String> parts) {
    String model = models.at(parts.getFirst()).orElseThrow(() -> Target.noMethod(verb, path));
    List<String> rest = parts.subList(1, parts.size());
    Route route = Routes.find(verb, rest).orElseThrow(() -> noMethod(model, verb, rest));
    return new Match(model, verb, rest, route);
  }

  /** A part of the path by its name in the route. */
  String part(String name) {
    return route.given(parts).getOrDefault(name, "");
  }

  RefusedException noMethod() {
    return noMethod(model, verb, parts);
  }

  private static RefusedException noMethod(String model, String verb, List<String> parts) {
    String path = Target.shown("/" + String.join("/", parts));
    return RefusedException.noMethod(
        "Shared class \"" + model + "\" has no method handling " + verb + " " + path);
  }
}
