package dev.jongleur.testkit;

import dev.jongleur.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases.
 *
 * @param readOnly whether no case changes what a fixture made, so that one will do for all
 */
public record Suite(String name, boolean readOnly, Map<String, Case> fixtures, List<Case> cases) {
  private static final String FOLDER = "conformance/";
  private static final long MAX_BYTES = 64L * 1024 * 1024;
  private static final int MAX_DEPTH = 900;

  /** The suites that come with the testkit. */
  public static List<Suite> bundled() {
    return new String(resource("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(file -> parse(file, new java.io.ByteArrayInputStream(resource(file))))
        .toList();
  }

  /** The suite in a file. */
  public static Suite read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(file.toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is the suite of this name, or in the folder of this name. */
  public boolean isIn(String suiteOrFolder) {
    return name.equals(suiteOrFolder) || name.startsWith(suiteOrFolder + "/");
  }

  private static Suite parse(String file, InputStream in) {
    @Nullable Object raw = JsonReader.of(file, MAX_BYTES, MAX_DEPTH).read(in);
    return SuiteReader.suite(raw);
  }

  private static byte[] resource(String file) {
    try (InputStream in = Suite.class.getResourceAsStream(FOLDER + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
