package dev.jongleur.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The type of a component, or of all that have this class, where Java has no word for it. */
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Type {
  /** A name of the definition language: {@code json}, {@code text}, {@code geopoint}, a model. */
  String value();
}
