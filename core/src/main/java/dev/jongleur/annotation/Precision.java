package dev.jongleur.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The digits of a {@link java.math.BigDecimal}. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Precision {
  /** The most digits in all. */
  int value();

  /** How many of them stand behind the point. */
  int scale() default 0;
}
