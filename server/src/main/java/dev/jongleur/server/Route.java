package dev.jongleur.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the table of routes: a method, a path below a model's, and what it does.
 *
 * @param path parts as they stand, or {@code {name}} for one that is given
 */
record Route(String verb, List<String> path, Operation operation) {
  /** What a route does: reads what it needs of the request, and answers. */
  @FunctionalInterface
  interface Operation {
    Answer answer(Asked asked);
  }

  static Route of(String verb, String path, Operation operation) {
    return new Route(
        verb, path.isEmpty() ? List.of() : List.of(path.substring(1).split("/")), operation);
  }

  boolean matches(String method, List<String> parts) {
    if (!verb.equals(method) || parts.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!isGiven(path.get(i)) && !path.get(i).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands in the places of the names. */
  Map<String, String> given(List<String> parts) {
    var given = new LinkedHashMap<String, String>();
    for (int i = 0; i < parts.size(); i++) {
      String name = path.get(i);
      if (isGiven(name)) {
        given.put(name.substring(1, name.length() - 1), parts.get(i));
      }
    }
    return given;
  }

  private static boolean isGiven(String part) {
    return part.startsWith("{");
  }
}
