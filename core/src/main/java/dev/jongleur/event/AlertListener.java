package dev.jongleur.event;

/**
 * Is told of alerts, on whichever thread finds them. What it throws is logged and otherwise
 * ignored; it should not take long.
 */
@FunctionalInterface
public interface AlertListener {
  void raised(Alert alert);
}
