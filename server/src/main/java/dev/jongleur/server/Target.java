package dev.jongleur.server;

import dev.jongleur.server.web.PathText;
import dev.jongleur.server.web.RefusedException;
import java.util.List;

/** What a path is about. */
sealed interface Target {
  /** The root, and where the models are. */
  record FrontPage() implements Target {}

  record Health() implements Target {}

  /**
   * Something of a model.
   *
   * @param tenant the tenant that the path names; empty when it names none
   * @param parts what stands behind the API path: the model's path, and more
   */
  record Models(String tenant, List<String> parts) implements Target {}

  /**
   * Reads a path.
   *
   * @throws RefusedException when there is nothing at it
   */
  static Target of(String verb, String rawPath, String apiPath) {
    List<String> parts = PathText.parts(rawPath);
    List<String> api = PathText.parts(apiPath);
    if (parts.isEmpty() || parts.equals(api)) {
      return new FrontPage();
    }
    if (parts.equals(List.of("health"))) {
      return new Health();
    }
    if (startsWith(parts, api)) {
      return new Models("", parts.subList(api.size(), parts.size()));
    }
    if (parts.size() > 2 + api.size() && isTenants(parts, api)) {
      return new Models(parts.get(1), parts.subList(2 + api.size(), parts.size()));
    }
    throw noMethod(verb, rawPath);
  }

  /** LoopBack's answer to a path that it does not know. */
  static RefusedException noMethod(String verb, String rawPath) {
    return RefusedException.noMethod("There is no method to handle " + verb + " " + shown(rawPath));
  }

  static String shown(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "..." : text;
  }

  private static boolean isTenants(List<String> parts, List<String> api) {
    return parts.getFirst().equals("t") && startsWith(parts.subList(2, parts.size()), api);
  }

  private static boolean startsWith(List<String> parts, List<String> first) {
    return parts.size() > first.size() && parts.subList(0, first.size()).equals(first);
  }
}
