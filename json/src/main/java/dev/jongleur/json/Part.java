package dev.jongleur.json;

import dev.jongleur.entity.Values;
import dev.jongleur.error.JongleurException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a definition that is being read: its value and the path to it. What is wrong anywhere
 * goes to one list that all parts share, so that all of it is told at once.
 */
record Part(String path, @Nullable Object value, List<String> errors) {

  static Part root(@Nullable Object value, List<String> errors) {
    return new Part("", value, errors);
  }

  /** The part under a key; one without a value where there is none. */
  Part at(String key) {
    Object inner = value instanceof Map<?, ?> map ? map.get(key) : null;
    return new Part(path.isEmpty() ? key : path + "." + key, inner, errors);
  }

  /** The same place with another value. */
  Part with(@Nullable Object other) {
    return new Part(path, other, errors);
  }

  boolean isNone() {
    return value == null;
  }

  void wrong(String what) {
    errors.add(path.isEmpty() ? what : path + ": " + what);
  }

  /** An error of what is defined here, which has a path of its own. */
  void wrongWithin(String error) {
    boolean ofInner = !path.isEmpty() && error.startsWith("properties.");
    String inner = ofInner ? error.substring("properties.".length()) : error;
    errors.add(path.isEmpty() ? inner : path + "." + inner);
  }

  void wrong(JongleurException cause) {
    wrong(String.valueOf(cause.getMessage()));
  }

  /** Text; empty when there is none, or, reported, something else. */
  Optional<String> text() {
    if (value != null && !(value instanceof String)) {
      wrong("text is needed, not " + Shown.of(value));
    }
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A whole number above 0; empty when there is none, or, reported, something else. */
  Optional<Integer> count() {
    if (value instanceof Number number && number.intValue() == number.doubleValue()) {
      return number.intValue() > 0 ? Optional.of(number.intValue()) : Optional.empty();
    }
    if (value != null) {
      wrong("a whole number is needed, not " + Shown.of(value));
    }
    return Optional.empty();
  }

  /** Whether the value is what JavaScript takes for true. */
  boolean isTruthy() {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case Number number -> number.doubleValue() != 0;
      case String text -> !text.isEmpty();
      default -> true;
    };
  }

  /** The members of an object, an absent one as an empty one; reports anything else. */
  Map<String, @Nullable Object> members() {
    var members = new LinkedHashMap<String, @Nullable Object>();
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, item) -> members.put(String.valueOf(key), item));
      default -> wrong("an object is needed, not " + Shown.of(value));
    }
    return members;
  }

  void eachMember(BiConsumer<String, Part> action) {
    members().keySet().forEach(name -> action.accept(name, at(name)));
  }

  /** The items of a list, a single value as a list of one. */
  List<Part> items() {
    List<?> list =
        switch (value) {
          case null -> List.of();
          case List<?> several -> several;
          default -> List.of(value);
        };
    var items = new ArrayList<Part>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Part(path + "." + i, list.get(i), errors));
    }
    return items;
  }

  /** Reports members with other names. */
  void allowOnly(Set<String> known) {
    for (String name : members().keySet()) {
      if (!known.contains(name)) {
        at(name).wrong("there is no such option; there are " + new TreeSet<>(known));
      }
    }
  }

  /** The members as they are, without those of no value. */
  Map<String, Object> frozen() {
    var kept = new LinkedHashMap<String, Object>();
    members()
        .forEach((name, item) -> {
          Object plain = Values.plain(item);
          if (plain != null) {
            kept.put(name, plain);
          }
        });
    return Collections.unmodifiableMap(kept);
  }
}
