package dev.jongleur.observer;

/** Code called around an operation. What it throws ends the operation and reaches its caller. */
@FunctionalInterface
public interface Observer {
  void observe(HookContext context);
}
