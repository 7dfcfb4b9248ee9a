package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an observer sees and may change: which parts are there depends on the hook and the operation
 * (F-353 to F-366). Belongs to one operation and one thread. Replacing a part changes what the
 * operation goes on with.
 */
public final class HookContext {
  private final String model;
  private final Hook hook;
  private final Options options;
  private final Map<String, Object> state;
  private @Nullable Filter query;
  private @Nullable Where where;
  private @Nullable Map<String, @Nullable Object> data;
  private @Nullable Entity instance;
  private @Nullable Entity currentInstance;
  private @Nullable Boolean newInstance;
  private @Nullable Long count;

  public HookContext(String model, Hook hook, Options options, Map<String, Object> state) {
    this.model = model;
    this.hook = hook;
    this.options = options;
    this.state = state;
  }

  public String model() {
    return model;
  }

  public Hook hook() {
    return hook;
  }

  public Options options() {
    return options;
  }

  /** Shared by the hooks of one operation, and by nothing else (F-352). */
  public Map<String, Object> state() {
    return state;
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

  /** The values about to be stored or just loaded, where there is no whole entity. */
  public Optional<Map<String, @Nullable Object>> data() {
    return Optional.ofNullable(data);
  }

  public HookContext data(Map<String, ? extends @Nullable Object> other) {
    this.data = new LinkedHashMap<>(other);
    return this;
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

  /** Sets a value on the instance if there is one, else in the data. */
  public HookContext set(String property, @Nullable Object value) {
    if (instance != null) {
      instance = instance.with(property, value);
    } else if (data != null) {
      data.put(property, value);
    }
    return this;
  }
}
