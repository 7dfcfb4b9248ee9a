package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.operation.call.BeforeImage;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.step.Loading;
import dev.jongleur.operation.step.Storing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of rows that are stored at once: each item has a state of its own, which its hooks
 * share (F-167); the state of the whole is shared by the hooks that see all of them.
 */
final class Bulk {
  private final Call call;
  private final List<Item> items = new ArrayList<>();

  /** One of them, ready to be stored. */
  private record Item(Call call, Storing storing, Entity entity) {}

  Bulk(Call call) {
    this.call = call;
  }

  String model() {
    return call.model().name();
  }

  /** How many are ready. */
  int size() {
    return items.size();
  }

  /** Makes the next one ready: forced values, observers before saving, validation. */
  void ready(Map<String, ? extends @Nullable Object> data) {
    Call own = call.item();
    var storing = new Storing(own);
    Entity fresh = Create.make(own, data);
    items.add(new Item(own, storing, Create.ready(own, storing, fresh)));
  }

  /** The rows to store, as the persist observers leave them. */
  List<Entity> persisted() {
    BeforeImage.of(call, null);
    items.forEach(item -> BeforeImage.of(item.call(), null));
    if (!call.observes(Hook.PERSIST)) {
      return each((item, _) -> item.entity().withoutRelated());
    }
    List<HookContext> seen =
        each((item, _) -> item.storing().persisting(item.entity()).newInstance(true));
    tell(Hook.PERSIST, seen);
    return each((item, i) -> item.storing().persisted(item.entity(), seen.get(i)));
  }

  /** The items after they were stored, as the loaded observers leave them. */
  List<Entity> loaded(List<Entity> stored) {
    List<Entity> rows = each((item, i) -> item.entity().storedAs(stored.get(i)));
    if (!call.observes(Hook.LOADED)) {
      return rows;
    }
    List<HookContext> seen =
        each((item, i) -> Loading.context(item.call(), rows.get(i)).newInstance(true));
    tell(Hook.LOADED, seen);
    return each((item, i) -> Loading.seen(item.call(), rows.get(i), seen.get(i), false));
  }

  /** The items as the observers after saving leave them, one after the other. */
  List<Entity> after(List<Entity> rows) {
    return each((item, i) -> item.storing().created(rows.get(i)));
  }

  /** Calls the observers of a hook once. */
  private void tell(Hook hook, List<HookContext> seen) {
    HookContext whole =
        seen.size() == 1 ? seen.getFirst() : call.context(hook).newInstance(true).items(seen);
    var _ = call.tell(whole);
  }

  private <T> List<T> each(BiFunction<Item, Integer, T> step) {
    var results = new ArrayList<T>(items.size());
    for (int i = 0; i < items.size(); i++) {
      results.add(step.apply(items.get(i), i));
    }
    return results;
  }
}
