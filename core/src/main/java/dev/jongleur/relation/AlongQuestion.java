package dev.jongleur.relation;

import dev.jongleur.connector.Settings;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.read.Find;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One question for what is read along, and how many keys may be in it. */
final class AlongQuestion {
  /** The most keys in one question, where the setting {@code inqLimit} says no other (F-307). */
  private static final int PAGE = 256;

  private AlongQuestion() {}

  /** The related rows that a filter means. */
  static List<Entity> related(Call call, Link link, Filter filter) {
    // What may not be asked for of the related model is refused here too (F-228).
    Options options =
        call.options().flag("prohibitHiddenPropertiesInQuery").isPresent()
            ? call.options().with("prohibitProtectedPropertiesInQuery", true)
            : call.options();
    Call along = call.including(link.relation().name(), link.far(), options);
    return Find.rows(along, filter, Includes::attach);
  }

  /** The links of a relation through a model that a filter means. */
  static List<Entity> links(Call call, Through link, Filter filter) {
    // Counted apart: they are no rows of the answer's relation.
    String place = link.relation().name() + " links";
    Call along = call.including(place, link.between(), call.options());
    return Find.rows(along, filter, Includes::attach);
  }

  static int most(Binding model) {
    Settings settings = model.settings();
    int said = settings.number("inqLimit").orElse(PAGE);
    if (said < 1) {
      throw new DefinitionException("The setting \"inqLimit\" is above 0.");
    }
    return said;
  }

  static List<List<Object>> pages(Collection<Object> keys, int size) {
    var all = List.copyOf(keys);
    var pages = new ArrayList<List<Object>>();
    for (int from = 0; from < all.size(); from += size) {
      pages.add(all.subList(from, Math.min(from + size, all.size())));
    }
    return pages;
  }
}
