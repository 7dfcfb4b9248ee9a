package dev.jongleur.plan;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows that lie one after the other in an order: equalities and at most one range, which an ordered
 * index finds. What comes after a row is a few of them, each after the one before.
 *
 * @param skips whether rows at its beginning are to be passed over, until one is beyond
 */
public record Stretch(Where where, boolean skips, Predicate<Entity> beyond) {
  /** From the beginning. */
  public static final Stretch ALL = new Stretch(Where.all(), false, row -> true);

  /** What comes after the row at a place. */
  public static List<Stretch> after(Keyset keyset, List<@Nullable Object> place) {
    var stretches = new ArrayList<Stretch>();
    for (int common = place.size() - 1; common >= 0; common--) {
      Where same = same(keyset.keys().subList(0, common), place);
      for (SortKey.Part part : keyset.keys().get(common).beyond(place.get(common))) {
        stretches.add(new Stretch(Where.and(same, part.where()), !part.isWhole(), part.beyond()));
      }
    }
    return stretches;
  }

  private static Where same(List<SortKey> keys, List<@Nullable Object> place) {
    Where same = Where.all();
    for (int i = 0; i < keys.size(); i++) {
      same = Where.and(same, keys.get(i).same(place.get(i)));
    }
    return same;
  }
}
