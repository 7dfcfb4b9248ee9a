package dev.jongleur.policy;

/** How short of memory an application is; the higher, the sooner idle things are folded. */
public enum Pressure {
  NONE,
  LOW,
  MEDIUM,
  HIGH
}
