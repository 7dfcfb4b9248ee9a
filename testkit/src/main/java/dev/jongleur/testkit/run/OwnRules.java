package dev.jongleur.testkit.run;

import dev.jongleur.definition.Candidate;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Check;
import dev.jongleur.json.DefinitionJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code custom} validations of a model (FORMAT section 3), which definitions in JSON cannot
 * have: functions made of what a case says. One that answers later blocks, as they all do here.
 */
final class OwnRules {
  private OwnRules() {}

  /** The model without its rules of its own. */
  static Map<String, @Nullable Object> without(Map<String, @Nullable Object> raw) {
    var rest = new LinkedHashMap<String, @Nullable Object>(raw);
    if (raw.get("validations") instanceof List<?> list) {
      rest.put("validations", list.stream().filter(entry -> !isOwn(entry)).toList());
    }
    return rest;
  }

  /** The definition with the rules of its own that the model has. */
  static ModelDefinition added(ModelDefinition definition, Map<String, @Nullable Object> raw) {
    List<Validation> own = read(raw.get("validations"));
    if (own.isEmpty()) {
      return definition;
    }
    ModelBuilder builder = definition.toBuilder();
    own.forEach(builder::validate);
    return builder.build();
  }

  private static boolean isOwn(@Nullable Object entry) {
    return "custom".equals(Raw.map(entry).get("validate"));
  }

  private static List<Validation> read(@Nullable Object validations) {
    var own = new ArrayList<Validation>();
    for (Map<String, @Nullable Object> entry : Raw.maps(validations)) {
      if (isOwn(entry)) {
        Validation.Rule rule = Validation.custom(Raw.text(entry.get("validate")), check(entry));
        terms(entry).forEach(told -> own.add(new Validation(told.property(), rule, told.terms())));
      }
    }
    return own;
  }

  /** The properties and the terms, read as those of any other rule are. */
  private static List<Validation> terms(Map<String, @Nullable Object> entry) {
    var other = new LinkedHashMap<String, @Nullable Object>();
    other.put("validate", "presence");
    other.put("property", entry.get("property"));
    other.put("options", entry.get("options"));
    return DefinitionJson.read(Map.of("name", "Terms", "validations", List.of(other)))
        .validations();
  }

  private static Check check(Map<String, @Nullable Object> entry) {
    Map<String, @Nullable Object> rule = Raw.map(entry.get("rule"));
    String kind = Raw.text(entry.get("errorKind"));
    return candidate -> {
      if (holds(rule, candidate)) {
        candidate.invalid(kind);
      }
    };
  }

  /** Whether the rule holds, which makes the property invalid. */
  private static boolean holds(Map<String, @Nullable Object> rule, Candidate candidate) {
    Object value = candidate.value();
    return rule.entrySet().stream()
        .allMatch(part ->
            switch (part.getKey()) {
              case "equals" -> Comparison.EXACT.difference("", part.getValue(), value).isEmpty();
              case "notEquals" ->
                  !Comparison.EXACT.difference("", part.getValue(), value).isEmpty();
              case "lessThan" -> compared(value, part.getValue()) < 0;
              case "greaterThan" -> compared(value, part.getValue()) > 0;
              default -> throw new MissingFeature("rule " + part.getKey());
            });
  }

  /** These hold for numbers only. */
  private static int compared(@Nullable Object value, @Nullable Object bound) {
    return value instanceof Number number && bound instanceof Number limit
        ? Double.compare(number.doubleValue(), limit.doubleValue())
        : 0;
  }
}
