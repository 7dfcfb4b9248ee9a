package dev.jongleur.model;

import dev.jongleur.admission.Admission;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.registry.Closing;
import java.util.List;

/**
 * Rows that somebody reads piece by piece, until the last is read, it fails, it is closed, or its
 * owner goes. While it is open its space is in use. Thread-safe: who reads at once takes turns.
 */
public final class OpenRows implements Lasting, AutoCloseable {
  private enum State {
    OPEN("open"),
    ENDED("at its end"),
    CLOSED("closed"),
    OVERTAKEN("closed with its owner");

    private final String label;

    State(String label) {
      this.label = label;
    }
  }

  private final Streams home;
  private final Pieces pieces;
  private final Admission admission;
  private final Turn turn = new Turn(() -> end(State.OVERTAKEN));
  private final Watched holder = new Watched();
  private volatile State state = State.OPEN;

  /**
   * @param home is told of its end, once
   * @param admission lets each piece in
   */
  OpenRows(Streams home, Pieces pieces, Admission admission) {
    this.home = home;
    this.pieces = pieces;
    this.admission = admission;
  }

  /** Is closed and reported when who holds it is gone before (law 4). */
  public void heldBy(Object who, String model) {
    holder.by(home.watch(who, this, model));
  }

  /**
   * The next rows; none at the end, which closes it.
   *
   * @throws ClosedException when it was closed before its end
   */
  public List<Entity> next() {
    return turn.during(() ->
        switch (state) {
          case ENDED -> List.<Entity>of();
          case OPEN -> read();
          case CLOSED, OVERTAKEN -> throw new ClosedException("The stream is " + state.label + ".");
        });
  }

  private List<Entity> read() {
    try {
      List<Entity> rows = admission.goOn(pieces::next);
      if (rows.isEmpty()) {
        end(State.ENDED);
      }
      return rows;
    } catch (RuntimeException | Error e) {
      end(State.CLOSED);
      throw e;
    }
  }

  @Override
  public void close() {
    end(State.CLOSED);
  }

  @Override
  public void overtake() {
    turn.overtake();
  }

  private void end(State how) {
    turn.last(() -> {
      if (state == State.OPEN) {
        state = how;
        new Closing().also(pieces::close).also(holder::end).also(() -> home.closed(this)).finish();
      }
    });
  }
}
