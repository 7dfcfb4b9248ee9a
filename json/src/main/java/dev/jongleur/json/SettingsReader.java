package dev.jongleur.json;

import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Strict;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a definition says of a model beside its properties (F-047 to F-068). */
final class SettingsReader {
  /** What is read into settings of their own, or into other parts of the definition. */
  private static final Set<String> READ =
      Set.of(
          "strict",
          "forceId",
          "plural",
          "scope",
          "scopes",
          "hidden",
          "hiddenProperties",
          "protected",
          "protectedProperties",
          "relations",
          "relationships",
          "idInjection",
          "super");

  private SettingsReader() {}

  static ModelSettings read(Part settings) {
    return new ModelSettings(
        strict(settings.at("strict")),
        forceId(settings.at("forceId")),
        names(settings, "hidden", "hiddenProperties"),
        names(settings, "protected", "protectedProperties"),
        settings.at("plural").text().orElse(""),
        scope(settings.at("scope")),
        scopes(settings.at("scopes")),
        others(settings));
  }

  private static Strict strict(Part strict) {
    return switch (strict.value()) {
      case Boolean flag -> flag ? Strict.REFUSE : Strict.OPEN;
      case String text when text.equals("throw") || text.equals("validate") -> Strict.REFUSE;
      case String text when text.equals("filter") -> Strict.FILTER;
      case null -> Strict.OPEN;
      default -> {
        strict.wrong("true, false, \"validate\", \"throw\" or \"filter\" is needed");
        yield Strict.OPEN;
      }
    };
  }

  private static Optional<Boolean> forceId(Part forceId) {
    return switch (forceId.value()) {
      case Boolean flag -> Optional.of(flag);
      case String text when text.equals("auto") -> Optional.empty();
      case null -> Optional.empty();
      default -> {
        forceId.wrong("true, false or \"auto\" is needed");
        yield Optional.empty();
      }
    };
  }

  /** F-057: a list of names, or a map of which the true entries count. */
  static Set<String> names(Part settings, String key, String alias) {
    var names = new LinkedHashSet<String>();
    for (Part part : List.of(settings.at(key), settings.at(alias))) {
      if (part.value() instanceof Map) {
        part.eachMember((name, flag) -> addIf(flag.isTruthy(), names, name));
      } else {
        part.items().forEach(item -> item.text().ifPresent(names::add));
      }
    }
    return names;
  }

  private static void addIf(boolean wanted, Set<String> names, String name) {
    if (wanted) {
      names.add(name);
    }
  }

  /** A filter in its raw form, which is read now, to find what is wrong with it. */
  private static Map<String, Object> scope(Part scope) {
    Map<String, Object> raw = scope.frozen();
    try {
      var _ = Filter.read((Object) raw);
    } catch (QueryException e) {
      scope.wrong(e);
    }
    return raw;
  }

  private static Map<String, Map<String, Object>> scopes(Part scopes) {
    var all = new LinkedHashMap<String, Map<String, Object>>();
    scopes.eachMember((name, scope) -> all.put(name, scope(scope)));
    return all;
  }

  private static Map<String, Object> others(Part settings) {
    var others = new LinkedHashMap<>(settings.frozen());
    others.keySet().removeAll(READ);
    ModelReader.base(settings)
        .ifPresentOrElse(b -> others.put("base", b), () -> others.remove("base"));
    return others;
  }
}
