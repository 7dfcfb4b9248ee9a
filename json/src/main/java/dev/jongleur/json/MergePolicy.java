package dev.jongleur.json;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the settings of a sub-model are joined with those of its base: LoopBack's merge policy
 * (F-096, F-097). Immutable.
 *
 * @param ways by setting
 * @param otherwise the way of every other setting
 * @param nullRemoves whether null takes an inherited setting away; else it says nothing
 */
record MergePolicy(Map<String, Way> ways, Way otherwise, boolean nullRemoves) {

  /** What becomes of one setting that both have. */
  enum Way {
    /** Objects are merged key by key in depth, lists united, anything else replaced. */
    UNITE,
    /** Objects are merged key by key, the sub-model's value whole in the place of the base's. */
    PATCH,
    REPLACE
  }

  /** Where a model says nothing of it. */
  static final MergePolicy USUAL =
      new MergePolicy(
          Map.of("description", Way.REPLACE, "relations", Way.PATCH, "scopes", Way.PATCH),
          Way.UNITE,
          false);

  /** What {@code configureModelMerge: true} stands for. */
  static final MergePolicy RECOMMENDED =
      new MergePolicy(
          Map.of(
              "options", Way.PATCH,
              "hidden", Way.UNITE,
              "protected", Way.UNITE,
              "indexes", Way.PATCH,
              "methods", Way.PATCH,
              "relations", Way.PATCH,
              "scopes", Way.PATCH,
              "acls", Way.UNITE),
          Way.REPLACE,
          true);

  /** The policy that {@code configureModelMerge} names; what is no policy is reported. */
  static MergePolicy read(Part said) {
    return switch (said.value()) {
      case null -> USUAL;
      case Boolean flag -> flag ? RECOMMENDED : USUAL;
      case Map<?, ?> map -> own(said);
      default -> {
        said.wrong("true, or an object that says how each setting is merged, is needed");
        yield USUAL;
      }
    };
  }

  private static MergePolicy own(Part said) {
    var ways = new LinkedHashMap<String, Way>();
    said.eachMember((key, way) -> {
      if (!key.equals("__delete")) {
        ways.put(key, way(way));
      }
    });
    Way otherwise = ways.getOrDefault("__default", Way.UNITE);
    ways.remove("__default");
    return new MergePolicy(Map.copyOf(ways), otherwise, said.members().containsKey("__delete"));
  }

  /** Ranks are not kept: a ranked list has what is inherited first, which is its rank. */
  private static Way way(Part said) {
    said.allowOnly(java.util.Set.of("replace", "patch", "rank"));
    if (said.at("replace").isTruthy()) {
      return Way.REPLACE;
    }
    return said.at("patch").isTruthy() ? Way.PATCH : Way.UNITE;
  }

  /** Both, joined; null removes or says nothing. */
  Map<String, @Nullable Object> merge(
      Map<String, ? extends @Nullable Object> base, Map<String, ? extends @Nullable Object> own) {
    var all = new LinkedHashMap<String, @Nullable Object>(base);
    own.forEach((key, value) -> put(all, key, value, ways.getOrDefault(key, otherwise)));
    return all;
  }

  private void put(Map<String, @Nullable Object> all, String key, @Nullable Object value, Way way) {
    Object inherited = all.get(key);
    if (value == null) {
      all.keySet().removeIf(name -> nullRemoves && name.equals(key));
    } else if (inherited == null) {
      all.put(key, value);
    } else {
      all.put(key, joined(inherited, value, way));
    }
  }

  private Object joined(Object base, Object own, Way way) {
    return switch (way) {
      case REPLACE -> own;
      case PATCH ->
          base instanceof Map<?, ?> from && own instanceof Map<?, ?> to
              ? members(from, to, Way.REPLACE)
              : own;
      case UNITE -> united(base, own);
    };
  }

  private Object united(Object base, Object own) {
    if (base instanceof Map<?, ?> from && own instanceof Map<?, ?> to) {
      return members(from, to, Way.UNITE);
    }
    if (base instanceof List<?> from && own instanceof List<?> to) {
      var all = new LinkedHashSet<Object>(from);
      all.addAll(to);
      return List.copyOf(all);
    }
    return own;
  }

  private Map<String, @Nullable Object> members(Map<?, ?> base, Map<?, ?> own, Way way) {
    var all = new LinkedHashMap<String, @Nullable Object>();
    base.forEach((key, value) -> all.put(String.valueOf(key), value));
    own.forEach((key, value) -> put(all, String.valueOf(key), value, way));
    return all;
  }
}
