package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.QueryException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.read.Find;
import dev.jongleur.plan.Merge;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Include;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads related rows along with what was found (section 31 of the features): one question for each
 * relation and level, however many rows; one for each row only where a scope pages.
 */
public final class Includes {
  /** The most keys in one question, where the setting {@code inqLimit} says no other (F-307). */
  private static final int PAGE = 256;

  private Includes() {}

  public static List<Entity> attach(Call call, List<Entity> rows, List<Include> includes) {
    List<Entity> attached = rows;
    for (Include include : includes) {
      attached = attach(call, attached, include);
    }
    return attached;
  }

  private static List<Entity> attach(Call call, List<Entity> rows, Include include) {
    Link link = Link.of(call.binding(), include.relation());
    if (link.isExcluded() || rows.isEmpty()) {
      return rows;
    }
    checkKeys(call, rows, link);
    Map<Object, List<Entity>> found = related(call, rows, link, include.scope());
    var attached = new ArrayList<Entity>(rows.size());
    for (Entity row : rows) {
      Object key = row.get(link.keyFrom());
      List<Entity> own = key == null ? List.of() : found.getOrDefault(Keys.of(key), List.of());
      attached.add(row.withRelated(include.relation(), shown(link, own)));
    }
    return attached;
  }

  private static @Nullable Object shown(Link link, List<Entity> own) {
    return link.many() ? own : own.isEmpty() ? null : own.getFirst();
  }

  /** F-310: what belongs to a row can be found only by the row's key. */
  private static void checkKeys(Call call, List<Entity> rows, Link link) {
    boolean owned = link.relation().kind() != dev.jongleur.definition.Relation.Kind.BELONGS_TO;
    if (owned && rows.stream().anyMatch(row -> !row.has(link.keyFrom()))) {
      throw new QueryException(
          "To include \""
              + link.relation().name()
              + "\" the fields of \""
              + call.model().name()
              + "\" need \""
              + link.keyFrom()
              + "\".");
    }
  }

  private static Map<Object, List<Entity>> related(
      Call call, List<Entity> rows, Link link, Filter asked) {
    Set<Object> keys = new LinkedHashSet<>();
    for (Entity row : rows) {
      Object key = row.get(link.keyFrom());
      if (key != null) {
        keys.add(key);
      }
    }
    Filter merged = Merge.of(link.scope(), asked);
    Filter scope = merged.withFields(merged.fields().plus(link.keyTo()));
    boolean paged = link.many() && (scope.limit() > 0 || scope.skip() > 0);
    var found = new HashMap<Object, List<Entity>>();
    for (List<Object> page : pages(keys, paged ? 1 : most(link))) {
      collect(found, link, question(call, link, scope, page));
    }
    return found;
  }

  private static int most(Link link) {
    int said = link.far().settings().number("inqLimit").orElse(PAGE);
    if (said < 1) {
      throw new DefinitionException("The setting \"inqLimit\" is above 0.");
    }
    return said;
  }

  private static List<Entity> question(Call call, Link link, Filter scope, List<Object> keys) {
    // What may not be asked for of the related model is refused here too (F-228).
    Options options =
        call.options().flag("prohibitHiddenPropertiesInQuery").isPresent()
            ? call.options().with("prohibitProtectedPropertiesInQuery", true)
            : call.options();
    Filter filter = scope.and(Where.inq(link.keyTo(), keys));
    Call along = call.including(link.relation().name(), link.far(), options);
    return Find.rows(along, filter, Includes::attach);
  }

  private static void collect(Map<Object, List<Entity>> found, Link link, List<Entity> rows) {
    for (Entity row : rows) {
      Object key = row.get(link.keyTo());
      if (key != null) {
        found.computeIfAbsent(Keys.of(key), none -> new ArrayList<>()).add(row);
      }
    }
  }

  private static List<List<Object>> pages(Set<Object> keys, int size) {
    var all = List.copyOf(keys);
    var pages = new ArrayList<List<Object>>();
    for (int from = 0; from < all.size(); from += size) {
      pages.add(all.subList(from, Math.min(from + size, all.size())));
    }
    return pages;
  }
}
