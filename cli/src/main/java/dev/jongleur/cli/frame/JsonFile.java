package dev.jongleur.cli.frame;

import dev.jongleur.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Numbers for programs, beside what is printed for people. */
public final class JsonFile {
  private JsonFile() {}

  /**
   * Writes an object, over several lines.
   *
   * @throws CommandFailure when the file cannot be written
   */
  public static void write(Path file, Map<String, ?> object) {
    try {
      Files.writeString(file, JsonWriter.pretty(object) + System.lineSeparator());
    } catch (IOException e) {
      throw new CommandFailure("The file " + file + " cannot be written.", e);
    }
  }
}
