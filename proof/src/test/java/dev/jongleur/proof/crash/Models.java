package dev.jongleur.proof.crash;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.index;
import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;

import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import java.util.List;

/** Models of every kind of key, with indexes and unique keys. */
public final class Models {
  /** Its ids are made by the store. */
  static final String ACCOUNT = "Account";

  /** Its ids are given. */
  static final String DOCUMENT = "Document";

  /** Its ids are of two properties. */
  static final String SEAT = "Seat";

  /** It has none. */
  static final String NOTE = "Note";

  public static final List<ModelDefinition> ALL =
      List.of(
          ModelDefinition.of(ACCOUNT, Models::account),
          ModelDefinition.of(
              DOCUMENT,
              document ->
                  document
                      .property("code", STRING, id())
                      .property("title", STRING, index())
                      .property("body", ANY)),
          ModelDefinition.of(
              SEAT,
              seat ->
                  seat.property("row", NUMBER, id())
                      .property(Property.of("place", STRING).asId(2))
                      .property("guest", STRING, index())),
          ModelDefinition.of(
              NOTE,
              note ->
                  note.injectId(false)
                      .property("text", STRING, index())
                      .property("number", NUMBER)));

  private Models() {}

  private static void account(ModelBuilder account) {
    account
        .property("name", STRING, index())
        .property("mail", STRING, unique())
        .property("balance", NUMBER, index())
        .property("since", DATE)
        .property("tags", STRING.list())
        .index(Index.of("both", "name", "balance"));
  }
}
