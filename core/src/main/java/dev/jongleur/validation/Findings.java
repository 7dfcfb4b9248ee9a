package dev.jongleur.validation;

import dev.jongleur.definition.Terms;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ValidationErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong with one entity, by property, in the order in which it was found. */
final class Findings {
  private final Words words;
  private final Map<String, List<String>> codes = new LinkedHashMap<>();
  private final Map<String, List<String>> messages = new LinkedHashMap<>();

  Findings(Words words) {
    this.words = words;
  }

  void add(String property, Finding finding, Terms terms) {
    codes.computeIfAbsent(property, _ -> new ArrayList<>()).add(finding.code(terms));
    messages.computeIfAbsent(property, _ -> new ArrayList<>()).add(words.message(finding, terms));
  }

  ValidationErrors of(Entity entity) {
    String model = entity.definition().name();
    return codes.isEmpty()
        ? ValidationErrors.none(model)
        : new ValidationErrors(model, codes, messages, words.sentence(entity, messages));
  }
}
