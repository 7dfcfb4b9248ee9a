package dev.jongleur.operation.read;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.TransactionScope;
import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Ambient;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;

/**
 * Reads rows piece by piece, each piece as {@link Find} reads its rows: typed, with what is
 * included, seen by the observers of {@code loaded}. What a tenant may ask for holds for all pieces
 * together. In a transaction it stays in it. For one thread at a time.
 */
public final class Pieces implements AutoCloseable {
  /** Few enough to be held, enough for one question for what they include. */
  private static final int SIZE = 100;

  private final Call call;
  private final Filter filter;
  private final Along along;
  private final Cursor cursor;

  private Pieces(Call call, Filter filter, Along along, Cursor cursor) {
    this.call = call;
    this.filter = filter;
    this.along = along;
    this.cursor = cursor;
  }

  /** Opens them; the observers of {@code access} are called now, once. */
  public static Pieces open(Call call, Filter asked, Along along) {
    Filter filter = Scoping.toRead(call, asked);
    call.answer().checkDepth(filter.include());
    Cursor cursor = call.store().open(call.model(), call.answer().bounded(filter));
    return new Pieces(call, filter, along, cursor);
  }

  /** The options of a call that goes on after the work which opens it: its transaction too. */
  public static Options lasting(Binding binding, Options options) {
    return options.values().containsKey(TransactionScope.OPTION) || !Ambient.isAny()
        ? options
        : Ambient.on(binding.store())
            .map(scope -> options.with(TransactionScope.OPTION, scope))
            .orElse(options);
  }

  /**
   * The next rows; none at the end.
   *
   * @throws dev.jongleur.error.LimitException when they are more than may be answered
   */
  public List<Entity> next() {
    List<Entity> found = cursor.next(SIZE);
    call.answer().count(call.model().name(), found.size());
    return found.isEmpty() ? found : Find.shown(call, found, filter, along);
  }

  @Override
  public void close() {
    cursor.close();
  }
}
