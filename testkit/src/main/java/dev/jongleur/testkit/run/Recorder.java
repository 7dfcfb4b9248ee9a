package dev.jongleur.testkit.run;

import dev.jongleur.Model;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.observer.Observer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Observers that record or act, and the events recorded so far (FORMAT section 6). */
final class Recorder {
  private final Tagged tagged;
  private final List<Event> events = new ArrayList<>();

  Recorder(Tagged tagged) {
    this.tagged = tagged;
  }

  /** Adds one observer to each hook of the step. */
  void observe(Model model, Map<String, @Nullable Object> step) {
    var _ = model.observe(hooks(step), observer(step));
  }

  /** The hooks that a step names. */
  static List<Hook> hooks(Map<String, @Nullable Object> step) {
    return Raw.list(step.get("hooks")).stream()
        .map(label -> Hook.named(Raw.text(label)).orElseThrow())
        .toList();
  }

  /** The observer of a step: one that acts, or one that records. */
  Observer<HookContext> observer(Map<String, @Nullable Object> step) {
    return step.get("effect") instanceof Map<?, ?> effect
        ? context -> act(context, new Effects(Raw.map(tagged.decode(effect))))
        : context -> record(context, step);
  }

  private static void act(HookContext context, Effects effects) {
    context.items().forEach(effects::act);
  }

  /** Compares what was recorded since the last check. */
  void check(List<?> expected, boolean unordered) {
    var left = new ArrayList<>(events);
    events.clear();
    for (Object raw : expected) {
      Map<String, @Nullable Object> wanted = Raw.map(raw);
      int place = unordered ? find(wanted, left) : 0;
      if (place >= left.size() || !left.get(place).fits(wanted, tagged)) {
        throw new Mismatch("an event differs", wanted, shown(left));
      }
      left.remove(place);
    }
    if (!left.isEmpty()) {
      throw new Mismatch("there are more events", List.of(), shown(left));
    }
  }

  /** The place of the first event that fits; the size of the list when none does. */
  private int find(Map<String, @Nullable Object> wanted, List<Event> left) {
    int place = 0;
    while (place < left.size() && !left.get(place).fits(wanted, tagged)) {
      place++;
    }
    return place;
  }

  private static List<Object> shown(List<Event> events) {
    return events.stream().map(Event::shown).toList();
  }

  private void record(HookContext context, Map<String, @Nullable Object> step) {
    // Of several rows at once nothing is said of the whole.
    var parts =
        context.items().size() == 1
            ? parts(context)
            : new LinkedHashMap<String, @Nullable Object>();
    if (step.get("fields") instanceof List<?> fields) {
      parts.keySet().removeIf(part -> !fields.contains(part) && !part.equals("hookState"));
      if (fields.contains("options")) {
        parts.put("options", context.options().values());
      }
    }
    events.add(
        new Event(context.model(), context.hook().label(), Raw.text(step.get("label")), parts));
  }

  private static Map<String, @Nullable Object> parts(HookContext context) {
    var parts = new LinkedHashMap<String, @Nullable Object>();
    context.where().ifPresent(where -> parts.put("where", where));
    context.query().ifPresent(query -> parts.put("query", query));
    context.data().ifPresent(data -> parts.put("data", Shown.of(data)));
    context.instance().ifPresent(entity -> parts.put("instance", Shown.of(entity)));
    context.currentInstance().ifPresent(entity -> parts.put("currentInstance", Shown.of(entity)));
    context.isNewInstance().ifPresent(is -> parts.put("isNewInstance", is));
    context.count().ifPresent(rows -> parts.put("info", ModelCalls.counted(rows)));
    if (!context.state().isEmpty()) {
      parts.put("hookState", new LinkedHashMap<>(context.state()));
    }
    return parts;
  }
}
