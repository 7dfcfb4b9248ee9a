package dev.jongleur.cli.soak.load;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.json.DefinitionJson;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The model files of the application under load: as text, so that each request builds its own
 * definitions from them, equal to those of all others.
 */
public record ModelFiles(List<File> files) {
  /** The property in which every row says whose it is. */
  static final String OWNER = "owner";

  public ModelFiles {
    files = List.copyOf(files);
  }

  public static ModelFiles of(int models) {
    Kind[] kinds = Kind.values();
    return new ModelFiles(
        IntStream.range(0, models)
            .mapToObj(number -> new File(kinds[number % kinds.length], number / kinds.length))
            .toList());
  }

  /** Reads every file anew. */
  Stream<ModelDefinition> definitions() {
    return files.stream().map(file -> DefinitionJson.read(file.text(), file.name() + ".json"));
  }

  /** Whose turn it is to be worked with. */
  File turn(long request) {
    return files.get((int) (request % files.size()));
  }

  /** A model file; those of one group are related. */
  record File(Kind kind, String name, String text) {
    File(Kind kind, int group) {
      this(kind, kind.label() + group, kind.text(group));
    }

    Map<String, Object> row(String owner, long number) {
      return kind.row(owner, number);
    }
  }
}
