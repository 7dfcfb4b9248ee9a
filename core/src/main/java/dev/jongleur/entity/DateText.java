package dev.jongleur.entity;

import dev.jongleur.annotation.Type;
import dev.jongleur.error.DataException;

/** Text that reads as a date and is kept verbatim: the value of a datestring (F-018). */
@Type("datestring")
public record DateText(String when) {
  public DateText {
    if (Dates.read(when).isEmpty()) {
      throw new DataException("\"" + when + "\" is not a date.");
    }
  }

  @Override
  public String toString() {
    return when;
  }
}
