package dev.jongleur.validation;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What validation asks of the call that it is a part of. What fails here fails the call. */
public interface Circumstances {
  /** What the caller said of the call. */
  Map<String, ? extends @Nullable Object> options();

  /** The stored rows that a filter asks for. */
  List<Entity> find(Filter filter);

  /** How many stored rows meet the where of a filter. */
  long count(Filter filter);

  /** The language of messages. */
  Locale locale();

  /** A message that is used in the place of the default one, by its code, if there is one. */
  Optional<String> message(String code);

  /** How much of a value a message shows; 0: none of it. */
  int maxPropertyStringLength();
}
