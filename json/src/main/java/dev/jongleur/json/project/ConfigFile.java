package dev.jongleur.json.project;

import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code server/config.json}. */
final class ConfigFile {
  private static final String FILE = "server/config.json";
  private static final String USUAL = "/api";
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

  private ConfigFile() {}

  /** Where the models are; the usual place, with a notice, when the one given cannot be. */
  static String apiRoot(ProjectFiles files) {
    Object given = files.object(FILE).orElse(Map.of()).getOrDefault("restApiRoot", USUAL);
    String root = String.valueOf(given).replaceFirst("/$", "");
    if (PATH.matcher(root).matches() && !root.matches("/(t|health)(/.*)?")) {
      return root;
    }
    files.findings().notice(FILE, "restApiRoot: models are served under " + USUAL);
    return USUAL;
  }
}
