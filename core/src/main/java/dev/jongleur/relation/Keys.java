package dev.jongleur.relation;

import dev.jongleur.entity.Values;

/** Keys compared tolerantly: the same number as text or as a number is the same key (F-080). */
final class Keys {
  private Keys() {}

  static Object of(Object key) {
    return key instanceof Number ? Values.text(key) : key;
  }
}
