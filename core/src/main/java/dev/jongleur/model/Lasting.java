package dev.jongleur.model;

/** What keeps a space in use for longer than one call, until it ends or the owner goes. */
interface Lasting {
  /** Its owner goes: it ends. Waits for nobody: who is at work with it sees to it. */
  void overtake();
}
