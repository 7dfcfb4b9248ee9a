package dev.jongleur.json;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a model has from its base (F-094, F-096; DEVIATIONS, "Inheritance"). */
final class Inheritance {
  /** Settings that say who a model is: not handed on. */
  private static final Set<String> OWN = Set.of("base", "http", "mixins", "excludeBaseProperties");

  private final ModelDefinition base;

  Inheritance(ModelDefinition base) {
    this.base = base;
  }

  /**
   * The properties of the base at their places, each as the model redefines it, then those of the
   * model alone. The ids of the base go when the model has its own.
   */
  Map<String, Property> properties(Map<String, Property> own, Set<String> excluded) {
    boolean keyed = own.values().stream().anyMatch(Property::isId);
    var all = new LinkedHashMap<String, Property>();
    for (Property property : base.properties()) {
      String name = property.name();
      boolean dropped = excluded.contains(name) || keyed && property.isId();
      if (own.containsKey(name) || !dropped) {
        all.put(name, own.getOrDefault(name, property));
      }
    }
    all.putAll(own);
    return all;
  }

  /** Those of the base first; one that the model repeats counts once. */
  List<Validation> validations(List<Validation> own) {
    var all = new ArrayList<Validation>();
    base.validations().stream().filter(rule -> !own.contains(rule)).forEach(all::add);
    all.addAll(own);
    return all;
  }

  /**
   * Hidden and protected properties add up, named scopes are joined, the rest is the model's own
   * where it says something.
   *
   * @param strictGiven whether the model itself says how strict it is
   */
  ModelSettings settings(ModelSettings own, boolean strictGiven) {
    ModelSettings from = base.settings();
    return new ModelSettings(
        strictGiven ? own.strict() : from.strict(),
        own.forceId().or(from::forceId),
        united(from.hidden(), own.hidden()),
        united(from.sheltered(), own.sheltered()),
        own.plural(),
        own.scope().isEmpty() ? from.scope() : own.scope(),
        joined(from.scopes(), own.scopes()),
        merged(handedOn(from.others()), own.others()));
  }

  private static Map<String, Object> handedOn(Map<String, Object> others) {
    var some = new LinkedHashMap<>(others);
    some.keySet().removeAll(OWN);
    return some;
  }

  private static <V> Map<String, V> joined(Map<String, V> base, Map<String, V> own) {
    var all = new LinkedHashMap<>(base);
    all.putAll(own);
    return all;
  }

  private static <T> Set<T> united(Set<T> base, Set<T> own) {
    var all = new LinkedHashSet<>(base);
    all.addAll(own);
    return all;
  }

  /** Objects are merged by key, lists united, anything else replaced. */
  private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> own) {
    var all = new LinkedHashMap<>(base);
    own.forEach((key, value) -> all.merge(key, value, Inheritance::merged));
    return all;
  }

  private static Object merged(Object base, Object own) {
    if (base instanceof Map<?, ?> from && own instanceof Map<?, ?> to) {
      var all = new LinkedHashMap<Object, Object>(from);
      to.forEach((key, value) -> all.merge(key, value, Inheritance::merged));
      return all;
    }
    if (base instanceof List<?> from && own instanceof List<?> to) {
      var all = new LinkedHashSet<Object>(from);
      all.addAll(to);
      return List.copyOf(all);
    }
    return own;
  }
}
