package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MisuseException;
import dev.jongleur.query.Options;
import dev.jongleur.relation.Members.Every;
import dev.jongleur.relation.Members.Owned;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and removes links to rows that are there, of a relation through a model (F-273). */
public final class LinkRelated {
  private LinkRelated() {}

  /**
   * The link to a row, made if there is none yet.
   *
   * @param target the row, or its id
   * @param data what a new link holds beside its keys
   */
  public static Entity add(
      Narrowed part,
      @Nullable Object target,
      Map<String, ? extends @Nullable Object> data,
      Options options) {
    return switch (part.members()) {
      case Links links -> links.add(given(part, target), data, options);
      case Every.ROW -> throw withoutLinks(part);
      case Owned _ -> throw withoutLinks(part);
      case Every.NONE -> throw new DataException("The owner is not stored; it has no links yet.");
    };
  }

  /**
   * Removes the links to a row, which stays.
   *
   * @return how many
   */
  public static long remove(Narrowed part, @Nullable Object target, Options options) {
    return switch (part.members()) {
      case Links links -> links.remove(given(part, target), options);
      case Every.ROW -> throw withoutLinks(part);
      case Owned _ -> throw withoutLinks(part);
      case Every.NONE -> 0;
    };
  }

  private static Object given(Narrowed part, @Nullable Object target) {
    if (target == null) {
      throw new DataException(
          "A link leads to a \"" + part.binding().definition().name() + "\" or its id, not null.");
    }
    return target;
  }

  private static MisuseException withoutLinks(Narrowed part) {
    return new MisuseException(
        "Only a relation through a model has links: a \""
            + part.binding().definition().name()
            + "\" is related here by a key of the row itself.");
  }
}
