package dev.jongleur.json.schema;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Length;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keywords for each rule, where the JSON of a type is what the rule looks at. Keywords concern
 * the kind of value they are made for, so that null passes them all but {@code enum}.
 */
final class RuleSchema {
  private RuleSchema() {}

  /** Null, empty text, an empty list. */
  static Map<String, Object> nothing() {
    return Map.of("enum", Arrays.asList(null, "", List.of()));
  }

  /** Text and lists that have something in them. */
  static Map<String, Object> notEmpty(PropertyType type) {
    return size(type, OptionalInt.of(1), OptionalInt.empty());
  }

  /** Dates are what their type demands already; empty where a schema cannot tell them. */
  static Optional<Map<String, Object>> date(PropertyType type) {
    return switch (type) {
      case ScalarType.DATE, ScalarType.DATEONLY, ScalarType.DATESTRING -> Optional.of(Map.of());
      case ListType(var item) when item == ScalarType.DATE -> Optional.of(Map.of());
      default -> Optional.empty();
    };
  }

  /** A rule that looks at what is not blank; empty where a schema cannot tell it of this type. */
  static Optional<Map<String, Object>> of(Validation rule, PropertyType type) {
    boolean blank = rule.terms().allowBlank();
    return switch (rule.rule()) {
      case Length length -> measured(length, type).map(size -> orBlank(size, blank, type));
      case Validation.Format format -> format(format, type).map(fit -> orBlank(fit, blank, type));
      case Validation.Numericality(boolean whole) -> number(whole, type);
      case Validation.Inclusion(var values) ->
          plainOnly(type, Map.of("enum", listed(values, rule.terms())));
      case Validation.Exclusion(var values) ->
          plainOnly(type, Map.of("not", Map.of("enum", Plain.all(values))))
              .map(others -> orBlank(others, blank, type));
      case Validation.Presence _, Validation.Absence _, Validation.ReadableDate _ ->
          Optional.empty();
      case Validation.Uniqueness _, Validation.Custom _ -> Optional.empty();
    };
  }

  /** Unless blank is allowed, text is not empty; else a rule does not concern empty text. */
  private static Map<String, Object> orBlank(
      Map<String, Object> keywords, boolean allowed, PropertyType type) {
    if (allowed) {
      boolean concerned = isText(type) && !keywords.keySet().equals(Set.of("maxLength"));
      return concerned ? Map.of("anyOf", List.of(Map.of("const", ""), keywords)) : keywords;
    }
    var more = new LinkedHashMap<>(keywords);
    if (isText(type)) {
      more.merge("minLength", 1, (said, least) -> (Integer) said < 1 ? least : said);
    }
    return more;
  }

  private static Optional<Map<String, Object>> measured(Length length, PropertyType type) {
    Map<String, Object> keywords = new LinkedHashMap<>(size(type, length.min(), length.max()));
    if (length.is().isPresent()) {
      keywords.putAll(size(type, length.is(), length.is()));
    }
    return type == ScalarType.BINARY ? Optional.empty() : Optional.of(keywords);
  }

  /** How long text and lists are; the others have no length. */
  private static Map<String, Object> size(PropertyType type, OptionalInt min, OptionalInt max) {
    var keywords = new LinkedHashMap<String, Object>();
    if (isText(type) || isAnything(type)) {
      min.ifPresent(least -> keywords.put("minLength", least));
      max.ifPresent(most -> keywords.put("maxLength", most));
    }
    if (type instanceof ListType || isAnything(type)) {
      min.ifPresent(least -> keywords.put("minItems", least));
      max.ifPresent(most -> keywords.put("maxItems", most));
    }
    return keywords;
  }

  /** A pattern is looked for in text; it has no flags in a schema. */
  private static Optional<Map<String, Object>> format(Validation.Format format, PropertyType type) {
    boolean isPlain = isText(type) && format.flags().replace("g", "").isEmpty();
    return isPlain ? Optional.of(Map.of("pattern", format.pattern())) : Optional.empty();
  }

  private static Optional<Map<String, Object>> number(boolean whole, PropertyType type) {
    return switch (type) {
      case ScalarType.NUMBER -> Optional.of(whole ? Map.of("multipleOf", 1) : Map.of());
      case ScalarType.INTEGER, ScalarType.LONG -> Optional.of(Map.of());
      case DecimalType _ when !whole -> Optional.of(Map.of());
      default -> Optional.empty();
    };
  }

  /** For types whose values are held as JSON has them. */
  private static Optional<Map<String, Object>> plainOnly(
      PropertyType type, Map<String, Object> keywords) {
    return isPlain(type) ? Optional.of(keywords) : Optional.empty();
  }

  private static List<@Nullable Object> listed(List<Object> values, Terms terms) {
    List<@Nullable Object> listed = new ArrayList<>(Plain.all(values));
    if (terms.allowBlank()) {
      listed.add("");
    } else {
      listed.remove("");
    }
    if (terms.allowNull()) {
      listed.add(null);
    }
    return listed;
  }

  private static boolean isText(PropertyType type) {
    return type == ScalarType.STRING || type == ScalarType.TEXT || type instanceof EnumType;
  }

  private static boolean isAnything(PropertyType type) {
    return type == ScalarType.ANY || type == ScalarType.JSON;
  }

  private static boolean isPlain(PropertyType type) {
    return isText(type)
        || type == ScalarType.NUMBER
        || type == ScalarType.INTEGER
        || type == ScalarType.BOOLEAN;
  }
}
