package dev.jongleur.examples;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.observer.Hook.AFTER_SAVE;
import static dev.jongleur.observer.Hook.BEFORE_SAVE;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Code around the operations of a model: one observer stamps what is saved, one keeps a log. */
public final class CustomObserver {
  private CustomObserver() {}

  public static void main(String[] args) {
    log(Instant.now()).forEach(System.out::println);
  }

  static List<String> log(Instant now) {
    var log = new ArrayList<String>();
    try (var db = DataSource.open("memory")) {
      Model notes =
          db.define("Note", n -> n.property("text", STRING, required()).property("saved", DATE));
      var stamp = notes.observe(BEFORE_SAVE, save -> save.set("saved", now));
      var keep =
          notes.observe(
              AFTER_SAVE,
              save ->
                  save.instance()
                      .ifPresent(note -> log.add(note.get("text") + " at " + note.get("saved"))));
      try (stamp;
          keep) {
        notes.create(Map.of("text", "buy beans"));
      }
      notes.create(Map.of("text", "nobody looks any more"));
    }
    return log;
  }
}
