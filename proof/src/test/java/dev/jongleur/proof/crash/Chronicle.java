package dev.jongleur.proof.crash;

import dev.jongleur.entity.Binary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What an owner did, and after each deed how long its log was and what there was. */
public final class Chronicle {
  private final Deeds deeds;
  private final Owner owner;
  private final Path log;
  private final List<Long> ends;
  private final List<State> states;

  /**
   * A chronicle that goes on.
   *
   * @param before what was done until now, and is in the log
   */
  public Chronicle(Random random, Owner owner, Path log, Written before) {
    this.deeds = new Deeds(random, owner);
    this.owner = owner;
    this.log = log;
    this.ends = new ArrayList<>(before.ends());
    this.states = new ArrayList<>(before.states());
  }

  /** Does something, and notes what came of it. */
  public void goOn() throws IOException {
    boolean idsBeginAnew = deeds.next();
    states.add(State.of(owner, states.getLast(), idsBeginAnew));
    ends.add(Files.exists(log) ? Files.size(log) : 0);
  }

  /** The log as it is now. */
  public Written written() throws IOException {
    byte[] bytes = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
    return new Written(Binary.of(bytes), List.copyOf(ends), List.copyOf(states));
  }

  /**
   * A log that was written.
   *
   * @param ends where the log ended after each deed
   * @param states what there was after each
   */
  public record Written(Binary log, List<Long> ends, List<State> states) {
    public static final Written NOTHING =
        new Written(Binary.of(new byte[0]), List.of(0L), List.of(State.NOTHING));

    public byte[] bytes() {
      return log.bytes();
    }

    /** What there was after the last deed of which all is within so many bytes. */
    public State within(long bytes) {
      return states.get(lastWithin(bytes));
    }

    /** The same log, of which only so many bytes are left. */
    public Written cutAt(int bytes) {
      int last = lastWithin(bytes);
      byte[] left = Arrays.copyOf(bytes(), bytes);
      return new Written(Binary.of(left), ends.subList(0, last + 1), states.subList(0, last + 1));
    }

    private int lastWithin(long bytes) {
      int last = 0;
      while (last + 1 < ends.size() && ends.get(last + 1) <= bytes) {
        last++;
      }
      return last;
    }
  }
}
