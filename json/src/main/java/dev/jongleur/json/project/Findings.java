package dev.jongleur.json.project;

import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.JongleurException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found while a project is read: errors, all of them told at the end, and notices. */
final class Findings {
  private final Set<String> errors = new LinkedHashSet<>();
  private final Set<Notice> notices = new LinkedHashSet<>();

  void wrong(String file, String what) {
    errors.add(file + ": " + what);
  }

  /** A failure whose message begins with the file. */
  void wrong(JongleurException cause) {
    errors.add(String.valueOf(cause.getMessage()));
  }

  /** A failure in a file: each of its errors by itself, where it has several. */
  void wrong(String file, JongleurException cause) {
    if (cause.details().get("errors") instanceof List<?> several) {
      several.forEach(error -> wrong(file, String.valueOf(error)));
    } else {
      wrong(file, String.valueOf(cause.getMessage()));
    }
  }

  void notice(String file, String what) {
    notices.add(new Notice(file, what));
  }

  List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** Ends the reading where anything is wrong, with all of it. */
  void finish(Path project) {
    if (!errors.isEmpty()) {
      var lines = new ArrayList<String>();
      lines.add("The project " + project + " cannot be read:");
      errors.forEach(error -> lines.add("  " + error));
      throw new DefinitionException(String.join("\n", lines));
    }
  }
}
