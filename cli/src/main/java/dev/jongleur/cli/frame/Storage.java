package dev.jongleur.cli.frame;

import java.util.Locale;

/** The connectors that need no server, for commands that bring their own data. */
public enum Storage {
  MEMORY,
  H2;

  /** The connector's name in settings. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
