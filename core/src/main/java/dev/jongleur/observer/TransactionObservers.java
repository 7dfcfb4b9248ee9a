package dev.jongleur.observer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The observers of one transaction. Thread-safe; bounded by those that came. */
public final class TransactionObservers {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** One stay: the same observer may be there twice, and ended one by one. */
  private static final class Entry {
    private final TransactionHook hook;
    private final Observer<? super TransactionContext> observer;

    private Entry(TransactionHook hook, Observer<? super TransactionContext> observer) {
      this.hook = hook;
      this.observer = observer;
    }
  }

  public TransactionObservers() {}

  /** Adds an observer, called after those that are there. */
  public Subscription observe(TransactionHook hook, Observer<? super TransactionContext> observer) {
    var entry = new Entry(hook, observer);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Calls the observers of the context's hook in order; the first failure ends it. */
  public void notify(TransactionContext context) {
    for (Entry entry : entries) {
      if (entry.hook == context.hook()) {
        entry.observer.observe(context);
      }
    }
  }
}
