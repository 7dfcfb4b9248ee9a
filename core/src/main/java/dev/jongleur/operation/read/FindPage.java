package dev.jongleur.operation.read;

import dev.jongleur.connector.Cursor;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.error.QueryException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.plan.Bookmark;
import dev.jongleur.plan.Keyset;
import dev.jongleur.plan.Stretch;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows that come after one, however far into the order that is. */
public final class FindPage {
  private static final int PIECE = 100;

  private final Call call;
  private final Filter filter;
  private final Keyset keyset;
  private final List<Entity> found = new ArrayList<>();

  private FindPage(Call call, Filter filter) {
    this.call = call;
    this.filter = filter;
    this.keyset = Keyset.of(filter, call.model());
  }

  /**
   * As many rows as the filter's limit says.
   *
   * @param after the bookmark of the page before; empty for the first
   */
  public static Page rows(Call call, Filter asked, String after, Along along) {
    Filter filter = Scoping.toRead(call, asked);
    if (filter.limit() == 0 || filter.skip() > 0) {
      throw new QueryException(
          "A page of \"" + call.model().name() + "\" needs a limit, and a bookmark for a skip.");
    }
    call.answer().checkDepth(filter.include());
    return new FindPage(call, filter).page(after, along);
  }

  private Page page(String after, Along along) {
    int size = filter.limit();
    int most = Math.min(size, call.answer().bounded(filter).limit());
    read(stretches(after), most == size ? next(size) : most);
    boolean isMore = found.size() > size;
    List<Entity> rows = isMore ? found.subList(0, size) : found;
    call.answer().count(call.model().name(), rows.size());
    Optional<String> next =
        isMore ? Optional.of(Bookmark.at(keyset, keyset.place(rows.getLast()))) : Optional.empty();
    return new Page(Find.shown(call, rows, filter, along), next);
  }

  /** One row more shows whether there is a next page. */
  private static int next(int size) {
    return size == Integer.MAX_VALUE ? size : size + 1;
  }

  private List<Stretch> stretches(String after) {
    return after.isEmpty()
        ? List.of(Stretch.ALL)
        : Stretch.after(keyset, Bookmark.read(after, keyset));
  }

  private void read(List<Stretch> stretches, int most) {
    for (Stretch stretch : stretches) {
      if (found.size() < most) {
        read(stretch, most);
      }
    }
  }

  private void read(Stretch stretch, int most) {
    Filter question =
        (stretch.where().isAll() ? filter : filter.and(stretch.where()))
            .withFields(keyset.fields(filter.fields()));
    if (stretch.skips()) {
      skip(stretch, question.limit(0), most);
    } else {
      found.addAll(call.store().find(call.model(), question.limit(most - found.size())));
    }
  }

  private void skip(Stretch stretch, Filter question, int most) {
    try (Cursor cursor = call.store().open(call.model(), question)) {
      List<Entity> piece = cursor.next(PIECE);
      while (!piece.isEmpty() && found.size() < most) {
        piece.stream().filter(stretch.beyond()).limit(most - found.size()).forEach(found::add);
        piece = cursor.next(PIECE);
      }
    }
  }
}
