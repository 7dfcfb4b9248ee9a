package dev.jongleur.model;

import dev.jongleur.connector.CommandWatch;
import dev.jongleur.observer.CommandContext;
import dev.jongleur.observer.CommandHook;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who observes the commands of one data source (F-367): those of its models' operations, which its
 * store tells, and those handed to it. Thread-safe; bounded by who subscribes.
 */
public final class CommandObservers implements CommandWatch {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** One stay: the same observer may be there twice, and ended one by one. */
  private static final class Entry {
    private final CommandHook hook;
    private final Observer<? super CommandContext> observer;

    private Entry(CommandHook hook, Observer<? super CommandContext> observer) {
      this.hook = hook;
      this.observer = observer;
    }
  }

  /** Adds an observer, called after those that are there. */
  public Subscription observe(CommandHook hook, Observer<? super CommandContext> observer) {
    var entry = new Entry(hook, observer);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  @Override
  public boolean isAnybody() {
    return !entries.isEmpty();
  }

  @Override
  public void before(String text, List<? extends @Nullable Object> parameters) {
    tell(CommandContext.before(text, parameters, false));
  }

  @Override
  public void after(String text, List<? extends @Nullable Object> parameters) {
    tell(CommandContext.after(text, parameters, null));
  }

  /** A command that is handed over, which the observers may answer in its place. */
  public List<Map<String, Object>> around(
      String text,
      List<? extends @Nullable Object> parameters,
      Supplier<List<Map<String, Object>>> work) {
    var before = CommandContext.before(text, parameters, true);
    tell(before);
    List<Map<String, Object>> rows = before.result().orElseGet(work);
    var after = CommandContext.after(text, parameters, rows);
    tell(after);
    return after.result().orElse(rows);
  }

  /** Nobody is called before a command that is answered already. */
  private void tell(CommandContext context) {
    for (Entry entry : entries) {
      boolean isOver = context.hook() == CommandHook.BEFORE_EXECUTE && context.result().isPresent();
      if (entry.hook == context.hook() && !isOver) {
        entry.observer.observe(context);
      }
    }
  }

  /** Forgets all: their data source is closed. */
  public void clear() {
    entries.clear();
  }
}
