package dev.jongleur.connector;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rows that are read piece by piece, as they were when it was opened or as they are when a piece is
 * read, whichever the backend can; each row at most once. For one thread at a time; whoever opens
 * it closes it.
 */
public interface Cursor extends AutoCloseable {
  /**
   * The next rows: as many as asked for, unless there are fewer; none at the end.
   *
   * @throws dev.jongleur.error.ClosedException after {@link #close()}
   */
  List<Entity> next(int most);

  /** Gives back what it holds; once or often. */
  @Override
  void close();

  /** Over rows that are there, or are made one by one; holds nothing that must be given back. */
  static Cursor over(Iterator<Entity> rows) {
    return new Cursor() {
      private boolean closed;

      @Override
      public List<Entity> next(int most) {
        if (closed) {
          throw new ClosedException("The cursor is closed.");
        }
        var piece = new ArrayList<Entity>();
        while (piece.size() < most && rows.hasNext()) {
          piece.add(rows.next());
        }
        return piece;
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }
}
