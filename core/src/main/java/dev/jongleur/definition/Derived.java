package dev.jongleur.definition;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What upper floors make of a definition once and use for every call, such as its compiled rules.
 * It goes with the definition, which tenants share; bounded by how many kinds of thing there are.
 */
final class Derived {
  private static final Object[] NOTHING = {};

  private volatile Object[] made = NOTHING;

  /** The thing of this kind, made when it is first asked for. */
  <T> T get(Class<T> kind, Supplier<T> maker) {
    for (Object thing : made) {
      if (thing.getClass() == kind) {
        return kind.cast(thing);
      }
    }
    return add(kind, maker.get());
  }

  /** Who races to make it gets the one that was there first. */
  private synchronized <T> T add(Class<T> kind, T fresh) {
    Optional<T> first =
        Arrays.stream(made).filter(thing -> thing.getClass() == kind).map(kind::cast).findFirst();
    if (first.isEmpty()) {
      Object[] more = Arrays.copyOf(made, made.length + 1);
      more[made.length] = fresh;
      made = more;
    }
    return first.orElse(fresh);
  }
}
