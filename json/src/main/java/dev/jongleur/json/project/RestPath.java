package dev.jongleur.json.project;

import dev.jongleur.definition.ModelDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where REST shows a model: {@code http.path} of its settings, else its plural. */
final class RestPath {
  private static final Pattern ONE_PART = Pattern.compile("/?([^/]+)/?");

  private RestPath() {}

  /** The path without slashes; empty when the model asks for one of several parts. */
  static Optional<String> of(ModelDefinition model) {
    if (!(model.settings().others().get("http") instanceof Map<?, ?> http)
        || !(http.get("path") instanceof String path)) {
      return Optional.of(model.plural());
    }
    var parts = ONE_PART.matcher(path);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }
}
