package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.LinkedHashSet;
import java.util.Set;

/** A filter made ready for a store: checked as a whole, then coerced. */
public final class Question {
  private static final int MAX_DEPTH = 32;

  private Question() {}

  /** For reading: conditions that were not given are passed over. */
  public static Filter toRead(Filter filter, Flags flags) {
    return ready(filter, flags, NotGiven.read(filter.where(), flags));
  }

  /** For changing and removing: a condition that was not given is refused (F-192). */
  public static Filter toChange(Filter filter, Flags flags) {
    Where given = NotGiven.change(filter.where(), flags);
    EmptyParts.refuse(filter.where(), flags.model());
    UnknownProperties.refuse(filter.where(), flags.ground());
    return ready(filter, flags, given);
  }

  /** A mass change concerns every row that meets the condition: no page of them. */
  public static Filter wholly(Filter asked, ModelDefinition model) {
    if (asked.limit() > 0 || asked.skip() > 0) {
      throw new QueryException(
          "A mass change of \""
              + model.name()
              + "\" takes no limit or skip: it would change the other rows too.");
    }
    return asked;
  }

  private static Filter ready(Filter filter, Flags flags, Where where) {
    checkDepth(filter, flags);
    Hidden.refuse(filter, flags);
    Where coerced = Coercion.of(where, flags);
    return filter.withWhere(coerced).withFields(known(filter.fields(), flags.model()));
  }

  private static void checkDepth(Filter filter, Flags flags) {
    int limit = flags.number("maxDepthOfQuery", MAX_DEPTH);
    if (filter.depth() > limit) {
      throw QueryException.tooDeep(limit);
    }
  }

  /** F-209: on a strict model only what it defines can be returned; of other names, nothing. */
  private static Fields known(Fields fields, ModelDefinition model) {
    if (model.isOpen() || fields.included().isEmpty()) {
      return fields;
    }
    Set<String> known = new LinkedHashSet<>(fields.included());
    known.removeIf(name -> model.property(name).isEmpty());
    return Fields.onlyOf(known);
  }
}
