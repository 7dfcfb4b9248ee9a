package dev.jongleur.json;

import dev.jongleur.definition.Validation;
import dev.jongleur.definition.Validation.Rule;
import dev.jongleur.entity.Values;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Regexp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a validation demands, by its kind (F-334 to F-340). */
final class RuleReader {
  private RuleReader() {}

  /** The rule; empty, and reported, when there is no such kind. */
  static Optional<Rule> read(Part kind, Part options) {
    return switch (kind.text().orElse("")) {
      case "presence" -> Optional.of(new Validation.Presence());
      case "absence" -> Optional.of(new Validation.Absence());
      case "numericality" -> Optional.of(new Validation.Numericality(options.at("int").isTruthy()));
      case "inclusion" -> Optional.of(new Validation.Inclusion(values(options.at("in"))));
      case "exclusion" -> Optional.of(new Validation.Exclusion(values(options.at("in"))));
      case "format" -> Optional.of(format(options.at("with")));
      case "uniqueness" -> Optional.of(uniqueness(options));
      case "date" -> Optional.of(new Validation.ReadableDate());
      case "custom" -> {
        kind.wrong("a rule of one's own is a function: add it to the definition in the program");
        yield Optional.empty();
      }
      default -> {
        kind.wrong(Shown.of(kind.value()) + " is no kind of validation that is known");
        yield Optional.empty();
      }
    };
  }

  private static List<Object> values(Part in) {
    if (!(in.value() instanceof List)) {
      in.wrong("a list of values is needed");
    }
    var values = new ArrayList<Object>();
    for (Part item : in.items()) {
      Object plain = Values.plain(item.value());
      if (plain == null) {
        item.wrong("null cannot be listed; use allowNull");
      } else {
        values.add(plain);
      }
    }
    return values;
  }

  private static Rule format(Part with) {
    try {
      Regexp regexp =
          with.value() instanceof Regexp ready ? ready : Regexp.of(with.text().orElse(""));
      if (with.isNone()) {
        with.wrong("a pattern is needed");
      }
      return new Validation.Format(regexp.pattern(), regexp.flags());
    } catch (QueryException e) {
      with.wrong(e);
      return new Validation.Format("", "");
    }
  }

  private static Rule uniqueness(Part options) {
    List<String> scopedTo =
        options.at("scopedTo").items().stream().flatMap(item -> item.text().stream()).toList();
    return new Validation.Uniqueness(scopedTo, options.at("ignoreCase").isTruthy());
  }
}
