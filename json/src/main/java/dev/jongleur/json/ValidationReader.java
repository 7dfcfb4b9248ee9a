package dev.jongleur.json;

import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Terms.Condition;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Optional<Rule> rule = rule(entry.at("validate"), options);
    Terms terms = terms(options);
    var all = new ArrayList<Validation>();
    for (Part property : entry.at("property").items()) {
      String name = property.text().orElse("");
      rule.ifPresent(what -> all.add(new Validation(name, what, terms)));
    }
    if (entry.at("property").items().isEmpty()) {
      entry.at("property").wrong("a validation names its property or properties");
    }
    return all;
  }

  /** F-030: what the options of {@code required} say. */
  static List<Validation> presence(String property, Part options) {
    allow(options, Set.of());
    return List.of(new Validation(property, Validation.presence(), terms(options)));
  }

  private static Optional<Rule> rule(Part kind, Part options) {
    String name = kind.text().orElse("");
    allow(options, ownOptions(name));
    return name.equals("length") ? Optional.of(length(options)) : RuleReader.read(kind, options);
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

  /** F-335: a bound of 0 is none. */
  private static Rule length(Part options) {
    return new Validation.Length(
        bound(options, "min"), bound(options, "max"), bound(options, "is"));
  }

  private static OptionalInt bound(Part options, String name) {
    return options.at(name).count().map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Terms terms(Part options) {
    return new Terms(
        messages(options.at("message")),
        options.at("code").text().orElse(""),
        condition(options.at("if")),
        condition(options.at("unless")),
        options.at("allowNull").isTruthy(),
        options.at("allowBlank").isTruthy());
  }

  /** Text for whatever is wrong, or one text for each kind. */
  private static Map<String, String> messages(Part message) {
    var texts = new LinkedHashMap<String, String>();
    if (message.value() instanceof Map) {
      message.eachMember((kind, text) -> text.text().ifPresent(words -> texts.put(kind, words)));
    } else {
      message.text().filter(text -> !text.isEmpty()).ifPresent(text -> texts.put("", text));
    }
    return texts;
  }

  private static Condition condition(Part name) {
    return name.text()
        .filter(text -> !text.isEmpty())
        .<Condition>map(Condition.Named::new)
        .orElseGet(Condition.None::new);
  }
}
