package dev.jongleur.entity;

/** Marks that stand for no value where Java has only one null. */
public enum Nothing {
  /** An explicit null in a slot; a Java null there means that the property is absent. */
  NULL,
  /** A condition's value that was not given (DEVIATIONS, "conditions that are not given"). */
  UNDEFINED
}
