package dev.jongleur.json.schema;

import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Absence;
import dev.jongleur.definition.Validation.Custom;
import dev.jongleur.definition.Validation.Presence;
import dev.jongleur.definition.Validation.ReadableDate;
import dev.jongleur.definition.Validation.Uniqueness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules of a model demand of one property's values, as far as a schema can tell it. Rules
 * that it cannot tell are named in a comment: nothing is left out without a word.
 */
final class Demands {
  /** Of two of these the narrower holds. */
  private static final Set<String> BOUNDS =
      Set.of("minLength", "maxLength", "minItems", "maxItems");

  private final PropertyType type;
  private final Purpose purpose;
  private final List<Map<String, Object>> parts = new ArrayList<>();
  private final List<String> untold = new ArrayList<>();
  private boolean refusesNull;
  private boolean refusesNothing;

  Demands(PropertyType type, Purpose purpose) {
    this.type = type;
    this.purpose = purpose;
  }

  void add(Validation rule) {
    switch (Applies.of(rule.terms(), purpose)) {
      case ALWAYS -> demand(rule);
      case SOMETIMES -> untold.add(Told.of(rule));
      case NEVER -> {}
    }
  }

  /** Whether null breaks a rule. */
  boolean refuseNull() {
    return refusesNull;
  }

  /** Whether no value at all breaks a rule. */
  boolean refuseNothing() {
    return refusesNothing;
  }

  /** The schema with what is demanded: beside its keywords where they are free. */
  Map<String, Object> onto(Map<String, Object> schema) {
    if (refusesNull && TypeSchema.isAnything(schema)) {
      part(Map.of("not", Map.of("type", "null")));
    }
    var more = new LinkedHashMap<>(schema);
    var clashing = new ArrayList<Object>();
    for (Map<String, Object> part : parts) {
      if (part.keySet().stream().allMatch(key -> !more.containsKey(key) || BOUNDS.contains(key))) {
        part.forEach((key, value) -> more.merge(key, value, (a, b) -> narrower(key, a, b)));
      } else {
        clashing.add(part);
      }
    }
    if (!clashing.isEmpty()) {
      more.put("allOf", clashing);
    }
    if (!untold.isEmpty()) {
      more.put("$comment", "Jongleur also checks: " + String.join("; ", untold) + ".");
    }
    return more;
  }

  private static Object narrower(String bound, Object one, Object other) {
    return bound.startsWith("min")
        ? Math.max((Integer) one, (Integer) other)
        : Math.min((Integer) one, (Integer) other);
  }

  private void demand(Validation rule) {
    switch (rule.rule()) {
      case Presence _ -> {
        refusesNull = true;
        refusesNothing = true;
        part(RuleSchema.notEmpty(type));
      }
      case Absence _ -> part(RuleSchema.nothing());
      case ReadableDate _ -> told(rule, RuleSchema.date(type));
      case Uniqueness _, Custom _ -> untold.add(Told.of(rule));
      case Validation.Length _, Validation.Numericality _, Validation.Format _ -> beyondBlank(rule);
      case Validation.Inclusion _, Validation.Exclusion _ -> beyondBlank(rule);
    }
  }

  /** A rule that first looks whether there is anything (F-334). */
  private void beyondBlank(Validation rule) {
    refusesNull |= !rule.terms().allowNull();
    refusesNothing |= !rule.terms().allowBlank();
    told(rule, RuleSchema.of(rule, type));
  }

  private void told(Validation rule, Optional<Map<String, Object>> keywords) {
    keywords.ifPresentOrElse(this::part, () -> untold.add(Told.of(rule)));
  }

  private void part(Map<String, Object> keywords) {
    if (!keywords.isEmpty() && !parts.contains(keywords)) {
      parts.add(keywords);
    }
  }
}
