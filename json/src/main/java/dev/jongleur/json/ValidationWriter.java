package dev.jongleur.json;

import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Terms.Condition;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Rule;
import dev.jongleur.error.DefinitionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Writes rules in the form that {@link ValidationReader} reads; functions cannot be written. */
final class ValidationWriter {
  private ValidationWriter() {}

  /**
   * Writes one rule.
   *
   * @throws DefinitionException when a function is a part of it
   */
  static Map<String, Object> write(String model, Validation validation) {
    var options = new LinkedHashMap<String, Object>();
    String kind = rule(validation.rule(), options);
    options.putAll(options(model, validation));
    var out = new LinkedHashMap<String, Object>();
    out.put("validate", kind);
    out.put("property", validation.property());
    if (!options.isEmpty()) {
      out.put("options", options);
    }
    return out;
  }

  private static void refuseFunctions(String model, Validation validation) {
    if (validation.rule() instanceof Validation.Custom(String name, var _)) {
      refuse(model, validation, "the rule \"" + name + "\"");
    }
    if (!validation.terms().isData()) {
      refuse(model, validation, "the condition of a rule");
    }
  }

  private static void refuse(String model, Validation validation, String what) {
    String path = "validations." + validation.property();
    throw new DefinitionException(
        model, List.of(path + ": " + what + " is a function and cannot be written as JSON"));
  }

  private static String rule(Rule rule, Map<String, Object> options) {
    return switch (rule) {
      case Validation.Presence presence -> "presence";
      case Validation.Absence absence -> "absence";
      case Validation.ReadableDate date -> "date";
      case Validation.Length length -> length(length, options);
      case Validation.Numericality(boolean whole) -> with("numericality", options, "int", whole);
      case Validation.Inclusion(var in) -> put("inclusion", options, "in", tree(in));
      case Validation.Exclusion(var in) -> put("exclusion", options, "in", tree(in));
      case Validation.Format(String pattern, String flags) ->
          put("format", options, "with", "/" + pattern + "/" + flags);
      case Validation.Uniqueness(var scopedTo, boolean ignoreCase) -> {
        with("uniqueness", options, "scopedTo", scopedTo);
        yield with("uniqueness", options, "ignoreCase", ignoreCase);
      }
      case Validation.Custom _ -> "custom";
    };
  }

  private static String length(Validation.Length length, Map<String, Object> options) {
    bound(options, "min", length.min());
    bound(options, "max", length.max());
    bound(options, "is", length.is());
    return "length";
  }

  private static void bound(Map<String, Object> options, String name, OptionalInt bound) {
    if (bound.isPresent()) {
      options.put(name, bound.getAsInt());
    }
  }

  /** What a rule says beside what it demands. */
  static Map<String, Object> options(String model, Validation validation) {
    refuseFunctions(model, validation);
    Terms terms = validation.terms();
    var options = new LinkedHashMap<String, Object>();
    messages(options, terms.messages());
    text(options, "code", terms.code());
    text(options, "if", name(terms.onlyIf()));
    text(options, "unless", name(terms.unless()));
    with("", options, "allowNull", terms.allowNull());
    with("", options, "allowBlank", terms.allowBlank());
    return options;
  }

  private static void messages(Map<String, Object> options, Map<String, String> texts) {
    if (texts.keySet().equals(Set.of(""))) {
      options.put("message", texts.getOrDefault("", ""));
    } else if (!texts.isEmpty()) {
      options.put("message", texts);
    }
  }

  private static String name(Condition condition) {
    return switch (condition) {
      case Condition.None _ -> "";
      case Condition.Named(String name) -> name;
      case Condition.Tested _ -> "";
    };
  }

  private static void text(Map<String, Object> options, String name, String text) {
    if (!text.isEmpty()) {
      options.put(name, text);
    }
  }

  private static List<Object> tree(List<Object> values) {
    return values.stream().map(JsonTree::of).toList();
  }

  /** Adds an option unless it says what is so anyway; returns the kind. */
  private static String with(String kind, Map<String, Object> options, String name, Object value) {
    boolean implied = value.equals(false) || value.equals(List.of());
    return implied ? kind : put(kind, options, name, value);
  }

  private static String put(String kind, Map<String, Object> options, String name, Object value) {
    options.put(name, value);
    return kind;
  }
}
