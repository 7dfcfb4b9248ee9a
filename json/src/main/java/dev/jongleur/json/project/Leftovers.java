package dev.jongleur.json.project;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names the files of a project that LoopBack reads or runs and Jongleur does not. */
final class Leftovers {
  private static final Pattern VARIANT =
      Pattern.compile("server/(datasources|model-config)\\.(.+\\.json|(.+\\.)?js)");

  /** Folders of code, and what they would do. */
  private static final Map<String, String> CODE =
      Map.of(
          "server/boot", "JavaScript is not run at start",
          "server/middleware", "JavaScript is not run: this middleware is missing",
          "common/mixins", "JavaScript is not run: this mixin is missing",
          "server/mixins", "JavaScript is not run: this mixin is missing");

  private Leftovers() {}

  static void name(ProjectFiles files) {
    for (String ending : List.of(".json", ".js")) {
      for (String file : files.list("server", ending)) {
        if (VARIANT.matcher(file).matches()) {
          files.findings().notice(file, "variants by environment are not read, and skipped");
        }
      }
    }
    CODE.keySet().stream().sorted().forEach(folder -> nameCode(files, folder));
  }

  private static void nameCode(ProjectFiles files, String folder) {
    for (String script : files.list(folder, ".js")) {
      files.findings().notice(script, String.valueOf(CODE.get(folder)));
    }
  }
}
