package dev.jongleur.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity about to be stored, as a rule of a program's own sees it (F-338). Its values are typed:
 * an {@code Instant} where the property is a date. Belongs to one check and one thread.
 */
public interface Candidate {
  /** The model's name. */
  String model();

  /** The property that the rule is for. */
  String property();

  /** The value of that property; null when it is null or absent. */
  @Nullable Object value();

  /** The value of any property; null when it is null or absent. */
  @Nullable Object get(String name);

  /** Whether a property has a value, null included. */
  boolean has(String name);

  /** Whether it is not stored yet. */
  boolean isNew();

  /** What the caller said of this call. */
  Map<String, ? extends @Nullable Object> options();

  /**
   * How many stored rows of the model meet a condition, in LoopBack's form: {@code Map.of("email",
   * value())}. Asks the store, so it may take a while; no observer hears of it. Its failure is the
   * caller's failure.
   */
  long count(Map<String, ? extends @Nullable Object> where);

  /** Says that the value is invalid: code {@code custom}. */
  void invalid();

  /** Says how the value is invalid: code {@code custom.KIND}. */
  void invalid(String kind);

  /** Says what is wrong, with another property perhaps, in words of one's own. */
  void invalid(String property, String code, String message);
}
