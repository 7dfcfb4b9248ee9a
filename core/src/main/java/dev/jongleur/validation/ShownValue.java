package dev.jongleur.validation;

import dev.jongleur.entity.Binary;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value as a message shows it (F-344): shortened, but with its end; of lists and objects one
 * level; never of a hidden property.
 *
 * @param most how many characters of it; 0: no value is shown
 */
record ShownValue(int most) {
  private static final String GAP = "...";
  private static final int END = 3;

  /** What comes after the message; empty when the value is not to be seen. */
  String of(Entity entity, String property) {
    boolean hidden = most <= 0 || entity.definition().settings().hidden().contains(property);
    return hidden ? "" : " (value: " + text(entity, property) + ")";
  }

  private String text(Entity entity, String property) {
    return entity.has(property) ? text(entity.get(property)) : "undefined";
  }

  private String text(@Nullable Object value) {
    return switch (value) {
      case String text -> quoted(shortened(text));
      case Unreadable unread -> quoted(shortened(unread.text()));
      case List<?> list -> shortened(items(list));
      case Map<?, ?> map -> shortened(members(map));
      case Entity nested -> shortened(members(nested.toObject(true, true)));
      case null, default -> shortened(plain(value));
    };
  }

  private static String items(List<?> list) {
    return list.stream().map(ShownValue::inner).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String members(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(member -> member.getKey() + ": " + inner(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String inner(@Nullable Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case List<?> list -> list.isEmpty() ? "[]" : "[...]";
      case Map<?, ?> map -> map.isEmpty() ? "{}" : "{...}";
      case Entity _ -> "{...}";
      case null, default -> plain(value);
    };
  }

  private static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Binary bytes -> bytes.size() + " bytes";
      default -> Values.text(value);
    };
  }

  /** The beginning and the end, which tells where a list or an object closes. */
  private String shortened(String text) {
    int kept = most - GAP.length() - END;
    if (text.length() <= most) {
      return text;
    }
    return kept <= 0
        ? text.substring(0, most)
        : text.substring(0, kept) + GAP + text.substring(text.length() - END);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
