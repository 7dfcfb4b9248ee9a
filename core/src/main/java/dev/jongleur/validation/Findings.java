package dev.jongleur.validation;

import dev.jongleur.definition.Validation.Terms;
import dev.jongleur.error.ValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong with one entity, by property. */
final class Findings {
  private final Map<String, List<String>> codes = new LinkedHashMap<>();
  private final Map<String, List<String>> messages = new LinkedHashMap<>();

  /** Adds a finding, once per property and code. */
  void add(String property, Finding finding, Terms terms) {
    String code = finding.code(terms);
    List<String> known = codes.computeIfAbsent(property, name -> new ArrayList<>());
    if (!known.contains(code)) {
      known.add(code);
      messages
          .computeIfAbsent(property, name -> new ArrayList<>())
          .add(terms.message().isEmpty() ? finding.message() : terms.message());
    }
  }

  void throwIfAny(String model) {
    if (!codes.isEmpty()) {
      throw new ValidationException(model, codes, messages);
    }
  }
}
