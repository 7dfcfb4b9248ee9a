package dev.jongleur.validation;

import dev.jongleur.definition.Terms;
import dev.jongleur.entity.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** How findings are told (F-341, F-344): in the rule's own words, the application's, or ours. */
final class Words {
  private final Circumstances circumstances;

  Words(Circumstances circumstances) {
    this.circumstances = circumstances;
  }

  String message(Finding finding, Terms terms) {
    for (String key : List.of(finding.kind(), finding.rule(), "")) {
      String text = terms.messages().get(key);
      if (text != null) {
        return text;
      }
    }
    return general(finding);
  }

  /** By the whole code, else by the kind, which rules share, else by the rule. */
  private String general(Finding finding) {
    String whole =
        finding.kind().isEmpty() ? finding.rule() : finding.rule() + "." + finding.kind();
    List<String> keys = List.of(whole, finding.kind(), finding.rule());
    for (String key : keys) {
      var text = circumstances.message(key);
      if (text.isPresent()) {
        return text.get();
      }
    }
    ResourceBundle bundle = Languages.messages(circumstances.locale());
    return keys.stream()
        .filter(bundle::containsKey)
        .findFirst()
        .map(bundle::getString)
        .orElseGet(() -> bundle.getString("invalid"));
  }

  /** Each property with each message and its value, unless that is hidden. */
  String sentence(Entity entity, Map<String, List<String>> messages) {
    var shown = new ShownValue(circumstances.maxPropertyStringLength());
    var parts = new ArrayList<String>();
    messages.forEach((property, list) -> {
      String value = shown.of(entity, property);
      list.forEach(message -> parts.add("`" + property + "` " + message + value));
    });
    return String.join("; ", parts);
  }
}
