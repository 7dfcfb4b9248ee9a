package dev.jongleur.json.project;

import dev.jongleur.error.DataException;
import dev.jongleur.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a project by their paths within it; what cannot be read is reported. */
record ProjectFiles(Path root, Findings findings) {
  private static final long MAX_BYTES = 4 * 1024 * 1024;

  /** Deeper than any sensible definition. */
  private static final int MAX_DEPTH = 100;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  boolean has(String file) {
    return Files.isRegularFile(root.resolve(file));
  }

  /** The object in a file; empty when there is no such file, or, reported, nothing of use in it. */
  Optional<Map<String, @Nullable Object>> object(String file) {
    return object(file, MAX_BYTES);
  }

  /** The same for a file that may be larger than those of a project are. */
  Optional<Map<String, @Nullable Object>> object(String file, long most) {
    Optional<Object> value = value(file, most);
    if (value.isPresent() && !(value.get() instanceof Map)) {
      findings.wrong(file, "a JSON object is needed");
    }
    return value.filter(Map.class::isInstance).map(ProjectFiles::members);
  }

  /** The texts of a list in a file; empty when there is no such file. */
  List<String> texts(String file) {
    var texts = new ArrayList<String>();
    Object value = value(file, MAX_BYTES).orElse(List.of());
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    } else {
      findings.wrong(file, "a JSON list of texts is needed");
    }
    return texts;
  }

  /** The paths of the files in a folder that end like this, sorted; none without the folder. */
  List<String> list(String folder, String ending) {
    Path place = root.resolve(folder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
          .map(this::pathOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      findings.wrong(folder, "the folder cannot be read (" + e.getClass().getSimpleName() + ")");
      return List.of();
    }
  }

  static Map<String, @Nullable Object> members(@Nullable Object value) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> members.put(String.valueOf(key), item));
    }
    return members;
  }

  private Optional<Object> value(String file, long most) {
    if (!has(file)) {
      return Optional.empty();
    }
    try {
      var reader = JsonReader.of(file, most, MAX_DEPTH);
      return Optional.ofNullable(reader.read(text(file)));
    } catch (IOException e) {
      findings.wrong(file, "it cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (DataException e) {
      findings.wrong(e);
    }
    return Optional.empty();
  }

  private String text(String file) throws IOException {
    String text = new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8);
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private String pathOf(Path file) {
    return root.relativize(file.normalize()).toString().replace('\\', '/');
  }
}
