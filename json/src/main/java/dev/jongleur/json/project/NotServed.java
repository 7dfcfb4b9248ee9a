package dev.jongleur.json.project;

import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names what model files ask for and is not done yet. */
final class NotServed {
  /** Settings by name, and what their absence means. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "acls", "access rules are not enforced: whoever reaches the server may do everything",
          "methods", "remote methods are not served",
          "trackChanges", "changes are not tracked");

  private final ModelFiles files;
  private final Findings findings;

  private NotServed(ModelFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  static void name(ModelFiles files, Blueprint blueprint, Findings findings) {
    var absent = new NotServed(files, findings);
    files.byModel().values().forEach(absent::nameSettings);
    for (Blueprint.Placed placed : blueprint.models().values()) {
      absent.nameTypes(placed.definition(), blueprint);
      absent.nameRelations(placed.definition(), blueprint);
    }
  }

  private void nameSettings(ModelFile file) {
    Map<String, @Nullable Object> said = file.settings();
    SETTINGS.keySet().stream()
        .sorted()
        .filter(key -> isSaid(said.get(key)))
        .forEach(key -> findings.notice(file.file(), key + ": " + SETTINGS.get(key)));
    if (Boolean.FALSE.equals(said.get("replaceOnPUT"))) {
      findings.notice(
          file.file(), "replaceOnPUT: PUT replaces the row; PATCH is there to patch it");
    }
  }

  private static boolean isSaid(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  private void nameTypes(ModelDefinition model, Blueprint blueprint) {
    for (String type : NamedTypes.of(model)) {
      if (!blueprint.models().containsKey(type)) {
        notice(model, "the type " + type + " is not there: values of it are refused");
      }
    }
  }

  private void nameRelations(ModelDefinition model, Blueprint blueprint) {
    for (Relation relation : model.relations().values()) {
      String place = "relations." + relation.name() + ": ";
      if (!relation.isServed()) {
        notice(model, place + formOf(relation) + " is not served yet");
      } else {
        models(relation)
            .filter(named -> !blueprint.models().containsKey(named))
            .forEach(named -> notice(model, place + "the model " + named + " is not served"));
      }
    }
  }

  /** Those that a relation names: the related one, and the one between. */
  private static Stream<String> models(Relation relation) {
    return Stream.of(relation.model(), relation.through()).filter(named -> !named.isEmpty());
  }

  private static String formOf(Relation relation) {
    String form = relation.kind().label();
    return relation.settings().containsKey("polymorphic") ? "polymorphic " + form : form;
  }

  private void notice(ModelDefinition model, String what) {
    String file = files.find(model.name()).map(ModelFile::file).orElse(ModelConfig.FILE);
    findings.notice(file, what);
  }
}
