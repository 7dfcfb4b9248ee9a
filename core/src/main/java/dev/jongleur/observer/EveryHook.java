package dev.jongleur.observer;

import java.util.List;

/** The list of hooks, made once; not in the interface, whose constants it is made of. */
final class EveryHook {
  static final List<Hook> IN_ORDER =
      List.of(
          Hook.ACCESS,
          Hook.BEFORE_SAVE,
          Hook.PERSIST,
          Hook.LOADED,
          Hook.AFTER_SAVE,
          Hook.BEFORE_DELETE,
          Hook.AFTER_DELETE);

  private EveryHook() {}
}
