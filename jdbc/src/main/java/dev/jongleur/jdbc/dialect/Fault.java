package dev.jongleur.jdbc.dialect;

/** The kinds of failure that a caller can do something about. */
public enum Fault {
  /** A unique key or index has this value already. */
  DUPLICATE,
  /** A value is too long or too large for its column. */
  TOO_LARGE,
  /** A value is of a kind that its column cannot keep. */
  UNFIT,
  /** The table is not there. */
  NO_TABLE,
  /** A column is not there. */
  NO_COLUMN,
  /** The schema is not there. */
  NO_SCHEMA,
  /** Two transactions stood in each other's way and this one was undone: try it again. */
  CONFLICT,
  /** A row stayed locked for the whole waiting time. */
  LOCKED,
  /** It took longer than it was given. */
  TIMEOUT,
  /** It is just being made, and lets nobody else in: try it again in a moment. */
  BEING_MADE,
  /** Somebody else has the database open. */
  IN_USE,
  /** The database may only be read, or its place is not there. */
  NOT_WRITABLE,
  /** The user or the password is wrong. */
  REFUSED,
  /** Anything else. */
  OTHER
}
