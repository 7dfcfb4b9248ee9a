package dev.jongleur.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A value made for each new entity that is given none (F-032). */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface DefaultFn {
  /** How: {@code now}, {@code uuid} or {@code nanoid}. */
  String value();
}
