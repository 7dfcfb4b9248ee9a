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
  /** A part of the path by its name in the route. */
  String part(String name) {
    return route.given(parts).getOrDefault(name, "");
  }

  RefusedException noMethod() {
    return noMethod(model, verb, parts);
  }

  static RefusedException noMethod(String model, String verb, List<String> parts) {
    String path = Target.shown("/" + String.join("/", parts));
    return RefusedException.noMethod(
        "Shared class \"" + model + "\" has no method handling " + verb + " " + path);
  }
}
