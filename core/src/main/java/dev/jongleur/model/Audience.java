package dev.jongleur.model;

import dev.jongleur.observer.Observers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who observes the models of one owner: observers of the owner's own, by model, and those of all
 * tenants, which are kept once for however many there are. Thread-safe.
 */
public final class Audience {
  private final String tenant;
  private final Map<String, Observers> own;
  private final Map<String, Observers> common;
  private final boolean goesWithSpace;

  private Audience(
      String tenant,
      Map<String, Observers> own,
      Map<String, Observers> common,
      boolean goesWithSpace) {
    this.tenant = tenant;
    this.own = own;
    this.common = common;
    this.goesWithSpace = goesWithSpace;
  }

  /** Of an owner that is no tenant: its observers go with its models. */
  static Audience ofNobody() {
    return new Audience("", new ConcurrentHashMap<>(), Map.of(), true);
  }

  /**
   * Of a tenant, whose observers outlive its models.
   *
   * @param own by model; concurrent
   * @param common those of all tenants, by model; concurrent
   */
  public static Audience ofTenant(
      String tenant, Map<String, Observers> own, Map<String, Observers> common) {
    return new Audience(tenant, own, common, false);
  }

  /** The tenant's name; empty when there is none. */
  String tenant() {
    return tenant;
  }

  /** The owner's own observers of a model. */
  Observers own(String model) {
    return own.computeIfAbsent(model, _ -> new Observers());
  }

  /** The observers that all tenants have of a model, if there are any. */
  Optional<Observers> common(String model) {
    return common.isEmpty() ? Optional.empty() : Optional.ofNullable(common.get(model));
  }

  void forget(String model) {
    own.remove(model);
  }

  /** The space was closed. */
  void leave() {
    if (goesWithSpace) {
      own.values().forEach(Observers::clear);
      own.clear();
    }
  }
}
