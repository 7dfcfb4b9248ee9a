package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.MisuseException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an observer of several hooks sees and may change: which parts are there depends on the hook
 * and the operation (F-353 to F-366). Belongs to one operation and one thread. Replacing a part
 * changes what the operation goes on with. Values are copied out of an entity only for who looks.
 */
public final class HookContext {
  private final Occasion occasion;
  private final Hook hook;
  private @Nullable Filter query;
  private @Nullable Where where;

  /** Values nobody has looked at yet: in an entity, or in a map that is not ours to change. */
  private @Nullable Entity unseenEntity;

  private @Nullable Map<String, ? extends @Nullable Object> unseen;
  private @Nullable Map<String, @Nullable Object> data;
  private @Nullable Entity instance;
  private @Nullable Entity currentInstance;
  private @Nullable Boolean newInstance;
  private @Nullable Long count;
  private List<HookContext> items = List.of();

  public HookContext(Occasion occasion, Hook hook) {
    this.occasion = occasion;
    this.hook = hook;
  }

  public String model() {
    return occasion.model();
  }

  /** Whose data it is; empty on a data source that belongs to no tenant. */
  public Optional<String> tenant() {
    return occasion.tenant();
  }

  public Hook hook() {
    return hook;
  }

  public Options options() {
    return occasion.options();
  }

  /** Shared by the hooks of one operation, and by nothing else (F-352). */
  public Map<String, Object> state() {
    return occasion.state();
  }

  /** The question of an {@code access} hook. */
  public Optional<Filter> query() {
    return Optional.ofNullable(query);
  }

  public HookContext query(Filter other) {
    this.query = other;
    return this;
  }

  public Optional<Where> where() {
    return Optional.ofNullable(where);
  }

  public HookContext where(Where other) {
    this.where = other;
    return this;
  }

  /**
   * A context for each row, where an operation stores several at once (F-354); else this one. What
   * is said of a row is said in its own; {@link #set} sets the value in all.
   */
  public List<HookContext> items() {
    return items.isEmpty() ? List.of(this) : items;
  }

  /** Makes it a context of several rows. */
  public HookContext items(List<HookContext> rows) {
    this.items = List.copyOf(rows);
    return this;
  }

  /**
   * The values about to be stored or just loaded, where there is no whole entity.
   *
   * @throws dev.jongleur.error.MisuseException when it is of several rows: each has values of its
   *     own
   */
  public Optional<Map<String, @Nullable Object>> data() {
    ofOneRow();
    if (data == null && unseenEntity != null) {
      data = unseenEntity.toMap();
    } else if (data == null && unseen != null) {
      data = new LinkedHashMap<>(unseen);
    }
    return Optional.ofNullable(data);
  }

  /** Puts other values in their place. */
  public HookContext data(Map<String, ? extends @Nullable Object> other) {
    ofOneRow();
    this.data = new LinkedHashMap<>(other);
    return this;
  }

  /** Gives values to look at, copied when somebody does. */
  public HookContext dataOf(Map<String, ? extends @Nullable Object> values) {
    this.unseen = values;
    return this;
  }

  /** Gives the values of an entity to look at, copied when somebody does. */
  public HookContext dataOf(Entity entity) {
    this.unseenEntity = entity;
    return this;
  }

  /** The values, if an observer had them in hand or put others in their place. */
  public Optional<Map<String, @Nullable Object>> touchedData() {
    return Optional.ofNullable(data);
  }

  /** The whole entity about to be stored, or just stored. */
  public Optional<Entity> instance() {
    return Optional.ofNullable(instance);
  }

  public HookContext instance(Entity other) {
    this.instance = other;
    return this;
  }

  /** The entity as it is before a change; not to be replaced. */
  public Optional<Entity> currentInstance() {
    return Optional.ofNullable(currentInstance);
  }

  public HookContext currentInstance(@Nullable Entity other) {
    this.currentInstance = other;
    return this;
  }

  public Optional<Boolean> isNewInstance() {
    return Optional.ofNullable(newInstance);
  }

  public HookContext newInstance(@Nullable Boolean isNew) {
    this.newInstance = isNew;
    return this;
  }

  /** How many rows were changed or removed. */
  public Optional<Long> count() {
    return Optional.ofNullable(count);
  }

  public HookContext count(long rows) {
    this.count = rows;
    return this;
  }

  /** A value of the instance if there is one, else of the data. */
  public @Nullable Object get(String property) {
    if (instance != null) {
      return instance.get(property);
    }
    return data().map(values -> values.get(property)).orElse(null);
  }

  /** Sets a value on the instance if there is one, else in the data; of several rows, in each. */
  public HookContext set(String property, @Nullable Object value) {
    if (!items.isEmpty()) {
      items.forEach(item -> item.set(property, value));
    } else if (instance != null) {
      instance = instance.with(property, value);
    } else {
      data().ifPresent(values -> values.put(property, value));
    }
    return this;
  }

  /**
   * The rows as they were before the change, none where one is made; for who observes {@link
   * Hook.Of#withPrevious()}.
   *
   * @throws dev.jongleur.error.MisuseException when nobody does
   */
  public List<Entity> previous() {
    return occasion.previous();
  }

  /** What is done to one row is not silently done to none. */
  private void ofOneRow() {
    if (!items.isEmpty()) {
      throw new MisuseException(
          "\"%s\" of several \"%s\" at once has values for each: observe its items()."
              .formatted(hook.label(), model()));
    }
  }
}
