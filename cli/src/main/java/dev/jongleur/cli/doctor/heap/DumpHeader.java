package dev.jongleur.cli.doctor.heap;

import dev.jongleur.cli.frame.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import shark.HprofHeader;

/** How a dump begins, by which it is told from other files. */
final class DumpHeader {
  private static final String BEGINNING = "JAVA PROFILE 1.0.";

  private DumpHeader() {}

  /**
   * Reads the header.
   *
   * @throws CommandFailure when the file is no dump
   */
  static HprofHeader of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("There is no file " + file + ".");
    }
    if (!beginning(file).equals(BEGINNING)) {
      throw new CommandFailure("The file " + file + " is no heap dump.");
    }
    return HprofHeader.Companion.parseHeaderOf(file.toFile());
  }

  private static String beginning(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BEGINNING.length()), StandardCharsets.ISO_8859_1);
    }
  }
}
