package dev.jongleur.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a definition says of a model beside its properties (F-047 to F-068). Immutable.
 *
 * @param forceId empty: forced when the id is generated; else as said (F-077)
 * @param hidden properties that are never serialised (F-057)
 * @param sheltered LoopBack's {@code protected}: serialised only at the root (F-057)
 * @param plural the name in REST paths; empty: the English plural of the name
 * @param scope the default scope, as a filter in its raw form; empty: none
 * @param scopes named scopes, each a filter in its raw form
 * @param others every other key, kept as it is
 */
public record ModelSettings(
    Strict strict,
    Optional<Boolean> forceId,
    Set<String> hidden,
    Set<String> sheltered,
    String plural,
    Map<String, Object> scope,
    Map<String, Map<String, Object>> scopes,
    Map<String, Object> others) {

  /** Settings that say who a model is, and not what its sub-models are. */
  private static final Set<String> OWN =
      Set.of("base", "http", "mixins", "mixed", "excludeBaseProperties", "unresolved");

  public static final ModelSettings DEFAULT =
      new ModelSettings(
          Strict.OPEN, Optional.empty(), Set.of(), Set.of(), "", Map.of(), Map.of(), Map.of());

  public ModelSettings {
    hidden = Frozen.set(hidden);
    sheltered = Frozen.set(sheltered);
    scope = Frozen.map(scope);
    scopes = Frozen.map(scopes);
    others = Frozen.map(others);
  }

  /** F-060: whether a new entity has a null where it was given nothing. */
  public boolean nullsAbsent() {
    return Boolean.TRUE.equals(others.get("persistUndefinedAsNull"));
  }

  /** What a sub-model of the model with these settings, of that name, begins with. */
  public ModelSettings handedOn(String base) {
    var some = new LinkedHashMap<>(others);
    some.keySet().removeAll(OWN);
    some.put("base", base);
    return new ModelSettings(strict, forceId, hidden, sheltered, "", scope, scopes, some);
  }

  public ModelSettings withStrict(Strict other) {
    return new ModelSettings(other, forceId, hidden, sheltered, plural, scope, scopes, others);
  }

  public ModelSettings withForceId(boolean force) {
    return new ModelSettings(
        strict, Optional.of(force), hidden, sheltered, plural, scope, scopes, others);
  }

  public ModelSettings withHidden(Set<String> names) {
    return new ModelSettings(strict, forceId, names, sheltered, plural, scope, scopes, others);
  }

  public ModelSettings withSheltered(Set<String> names) {
    return new ModelSettings(strict, forceId, hidden, names, plural, scope, scopes, others);
  }

  public ModelSettings withScope(Map<String, Object> filter) {
    return new ModelSettings(strict, forceId, hidden, sheltered, plural, filter, scopes, others);
  }

  public ModelSettings withPlural(String name) {
    return new ModelSettings(strict, forceId, hidden, sheltered, name, scope, scopes, others);
  }

  public ModelSettings withScopes(Map<String, Map<String, Object>> named) {
    return new ModelSettings(strict, forceId, hidden, sheltered, plural, scope, named, others);
  }

  /** With one use of a mixin more: the first is said alone, several are a list. */
  ModelSettings withMixin(String mixin, Object use) {
    var all = new LinkedHashMap<String, Object>();
    if (others.get("mixins") instanceof Map<?, ?> named) {
      named.forEach((name, said) -> all.put(String.valueOf(name), said));
    }
    all.merge(mixin, use, ModelSettings::several);
    return with("mixins", all);
  }

  private static Object several(Object said, Object use) {
    List<Object> uses = new ArrayList<>(said instanceof List<?> list ? list : List.of(said));
    uses.add(use);
    return uses;
  }

  public ModelSettings with(String key, Object value) {
    var more = new LinkedHashMap<>(others);
    more.put(key, value);
    return new ModelSettings(strict, forceId, hidden, sheltered, plural, scope, scopes, more);
  }
}
