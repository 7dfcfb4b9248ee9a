package dev.jongleur.json;

import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Rule;
import dev.jongleur.definition.Validation.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the rules of a definition: {@code {"validate": kind, "property": name, "options": {}}}. */
final class ValidationReader {
  private static final Set<String> TERMS =
      Set.of("message", "code", "if", "unless", "allowNull", "allowBlank");

  private ValidationReader() {}

  /** The rules of one entry: one for each property that it names. */
  static List<Validation> read(Part entry) {
    entry.allowOnly(Set.of("validate", "property", "options"));
    Part options = entry.at("options");
    Map<Rule, String> rules = rules(entry.at("validate"), options);
    var all = new ArrayList<Validation>();
    for (Part property : entry.at("property").items()) {
      String name = property.text().orElse("");
      rules.forEach(
          (rule, message) -> all.add(new Validation(name, rule, terms(options, message))));
    }
    if (entry.at("property").items().isEmpty()) {
      entry.at("property").wrong("a validation names its property or properties");
    }
    return all;
  }

  /** F-030: what the options of {@code required} say. */
  static List<Validation> presence(String property, Part options) {
    allow(options, Set.of());
    Terms terms = terms(options, message(options, "presence"));
    return List.of(new Validation(property, new Validation.Presence(), terms));
  }

  /** The rules of a kind, each with its message. */
  private static Map<Rule, String> rules(Part kind, Part options) {
    String name = kind.text().orElse("");
    allow(options, ownOptions(name));
    if (name.equals("length")) {
      return lengths(options);
    }
    return RuleReader.read(kind, options)
        .map(rule -> Map.of(rule, message(options, name)))
        .orElse(Map.of());
  }

  private static Set<String> ownOptions(String kind) {
    return switch (kind) {
      case "length" -> Set.of("min", "max", "is");
      case "numericality" -> Set.of("int");
      case "inclusion", "exclusion" -> Set.of("in");
      case "format" -> Set.of("with");
      case "uniqueness" -> Set.of("scopedTo", "ignoreCase");
      default -> Set.of();
    };
  }

  private static void allow(Part options, Set<String> own) {
    var known = new java.util.HashSet<>(TERMS);
    known.addAll(own);
    options.allowOnly(known);
  }

  /** One rule; or one for each bound where the message is a map by bounds. */
  private static Map<Rule, String> lengths(Part options) {
    if (!(options.at("message").value() instanceof Map)) {
      return Map.of(length(options, List.of("min", "max", "is")), message(options, "length"));
    }
    var rules = new LinkedHashMap<Rule, String>();
    for (String bound : List.of("min", "max", "is")) {
      if (!options.at(bound).isNone()) {
        rules.put(length(options, List.of(bound)), message(options, bound));
      }
    }
    return rules;
  }

  /** F-335: a bound of 0 is none. */
  private static Rule length(Part options, List<String> bounds) {
    return new Validation.Length(
        bound(options, bounds, "min"), bound(options, bounds, "max"), bound(options, bounds, "is"));
  }

  private static OptionalInt bound(Part options, List<String> bounds, String name) {
    return bounds.contains(name)
        ? options.at(name).count().map(OptionalInt::of).orElse(OptionalInt.empty())
        : OptionalInt.empty();
  }

  private static Terms terms(Part options, String message) {
    return new Terms(
        message,
        options.at("code").text().orElse(""),
        options.at("if").text().orElse(""),
        options.at("unless").text().orElse(""),
        options.at("allowNull").isTruthy(),
        options.at("allowBlank").isTruthy());
  }

  private static String message(Part options, String kind) {
    Part message = options.at("message");
    return message.value() instanceof Map
        ? message.at(kind).text().orElse("")
        : message.text().orElse("");
  }
}
