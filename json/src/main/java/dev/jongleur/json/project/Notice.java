package dev.jongleur.json.project;

/**
 * Something in a project that is not served, and is not fatal.
 *
 * @param file its path within the project
 */
public record Notice(String file, String what) {
  @Override
  public String toString() {
    return file + ": " + what;
  }
}
