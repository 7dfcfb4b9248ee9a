package dev.jongleur.relation;

import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of an owner that what is made for it has too (F-255): {@code properties} of the
 * relation, a list of names, or a map from the owner's names to those there.
 */
final class Copied {
  private Copied() {}

  static Map<String, @Nullable Object> from(Entity owner, Relation relation) {
    var copied = new LinkedHashMap<String, @Nullable Object>();
    names(relation.settings().get("properties"))
        .forEach((from, to) -> {
          if (owner.has(from)) {
            copied.put(to, owner.get(from));
          }
        });
    return copied;
  }

  private static Map<String, String> names(@Nullable Object said) {
    var names = new LinkedHashMap<String, String>();
    switch (said) {
      case List<?> list ->
          list.forEach(name -> names.put(String.valueOf(name), String.valueOf(name)));
      case Map<?, ?> map ->
          map.forEach((from, to) -> names.put(String.valueOf(from), String.valueOf(to)));
      case null, default -> {
        // Nothing is copied.
      }
    }
    return names;
  }
}
