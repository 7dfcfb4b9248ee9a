package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.QueryException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Include;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads related rows along with what was found (section 31 of the features): one question for each
 * relation and level, and one for the links of a relation through a model, however many rows.
 */
public final class Includes {
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
    Map<Object, List<Entity>> found = related(call, link, include, keys(rows, link));
    var attached = new ArrayList<Entity>(rows.size());
    for (Entity row : rows) {
      Object key = row.get(link.keyFrom());
      List<Entity> own = key == null ? List.of() : found.getOrDefault(Keys.of(key), List.of());
      attached.add(row.withRelated(include.relation(), shown(link, own)));
    }
    return attached;
  }

  /** The related rows by the key of their owner. */
  private static Map<Object, List<Entity>> related(
      Call call, Link link, Include include, Set<Object> owners) {
    return switch (link) {
      case Direct direct -> new AlongDirect(call, direct, include.scope()).of(owners);
      case Through through -> new AlongThrough(call, through, include.scope()).of(owners);
    };
  }

  private static Set<Object> keys(List<Entity> rows, Link link) {
    Set<Object> keys = new LinkedHashSet<>();
    for (Entity row : rows) {
      Object key = row.get(link.keyFrom());
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static @Nullable Object shown(Link link, List<Entity> own) {
    return link.many() ? own : own.isEmpty() ? null : own.getFirst();
  }

  /** F-310: what belongs to a row can be found only by the row's key. */
  private static void checkKeys(Call call, List<Entity> rows, Link link) {
    boolean owned = !(link instanceof Direct direct && direct.isReference());
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
}
