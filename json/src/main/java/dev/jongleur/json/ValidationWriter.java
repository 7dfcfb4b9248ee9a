package dev.jongleur.json;

import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Rule;
import dev.jongleur.definition.Validation.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Writes rules in the form that {@link ValidationReader} reads. */
final class ValidationWriter {
  private ValidationWriter() {}

  static Map<String, Object> write(Validation validation) {
    var options = new LinkedHashMap<String, Object>();
    String kind = rule(validation.rule(), options);
    options.putAll(options(validation.terms()));
    var out = new LinkedHashMap<String, Object>();
    out.put("validate", kind);
    out.put("property", validation.property());
    if (!options.isEmpty()) {
      out.put("options", options);
    }
    return out;
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

  static Map<String, Object> options(Terms terms) {
    var options = new LinkedHashMap<String, Object>();
    text(options, "message", terms.message());
    text(options, "code", terms.code());
    text(options, "if", terms.onlyIf());
    text(options, "unless", terms.unless());
    with("", options, "allowNull", terms.allowNull());
    with("", options, "allowBlank", terms.allowBlank());
    return options;
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
