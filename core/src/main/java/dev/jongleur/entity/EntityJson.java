package dev.jongleur.entity;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Strict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes entities out as maps, leaving out what must not be shown (F-087, F-088). */
final class EntityJson {
  private EntityJson() {}

  static Map<String, @Nullable Object> of(
      Entity entity, boolean withoutHidden, boolean withoutProtected) {
    // What a strict model does not define is remembered for its validation, and never shown.
    Entity whole = entity.strict() == Strict.REFUSE ? entity.defined() : entity;
    ModelSettings settings = entity.definition().settings();
    var shown = new LinkedHashMap<String, @Nullable Object>();
    whole.toMap().forEach((name, value) -> shown.put(name, nested(value, withoutHidden)));
    entity.definition().properties().forEach(property -> inItsForm(property, shown));
    entity.related().forEach((name, value) -> put(shown, name, nested(value, withoutHidden)));
    if (withoutHidden) {
      shown.keySet().removeAll(settings.hidden());
    }
    if (withoutProtected) {
      shown.keySet().removeAll(settings.sheltered());
    }
    return shown;
  }

  /** F-010: a value of a type of the program's own, in the form that this gives it. */
  private static void inItsForm(Property property, Map<String, @Nullable Object> shown) {
    CustomType.within(property.type())
        .ifPresent(type -> shown.computeIfPresent(property.name(), (_, held) -> form(type, held)));
  }

  private static Object form(CustomType type, Object held) {
    if (held instanceof List<?> list) {
      var forms = new ArrayList<@Nullable Object>(list.size());
      list.forEach(item -> forms.add(item == null ? null : form(type, item)));
      return forms;
    }
    return type.shown(held);
  }

  /** A relation to one that found nothing is left out (F-309). */
  private static void put(
      Map<String, @Nullable Object> shown, String name, @Nullable Object value) {
    if (value != null) {
      shown.put(name, value);
    }
  }

  private static @Nullable Object nested(@Nullable Object value, boolean withoutHidden) {
    return switch (value) {
      case Entity entity -> of(entity, withoutHidden, true);
      case List<?> list -> list(list, withoutHidden);
      case null, default -> value;
    };
  }

  private static List<@Nullable Object> list(List<?> list, boolean withoutHidden) {
    var shown = new ArrayList<@Nullable Object>(list.size());
    list.forEach(item -> shown.add(nested(item, withoutHidden)));
    return shown;
  }
}
