package dev.jongleur.policy;

/**
 * Whether it is noted where a resource was opened, to be told when its owner forgets to close it.
 */
public enum StackCapture {
  /** Never: opening costs nothing more. */
  OFF,
  /** Now and then: whoever leaks often is found, and opening hardly costs more. */
  SAMPLED,
  /** Always: for tests, and for the hunt. */
  ALL
}
