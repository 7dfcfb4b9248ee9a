package dev.jongleur.policy;

/** An amount of heap: so many bytes, or a share of the most there can be. */
public sealed interface HeapMark {
  /** This amount in bytes, of a heap that can grow to so many. */
  long in(long maximum);

  static HeapMark megabytes(long megabytes) {
    return new Bytes(megabytes << 20);
  }

  static HeapMark share(double share) {
    return new Share(share);
  }

  /** The same however large the heap is. */
  record Bytes(long bytes) implements HeapMark {
    public Bytes {
      if (bytes < 0) {
        throw new IllegalArgumentException("A mark is not negative.");
      }
    }

    @Override
    public long in(long maximum) {
      return bytes;
    }
  }

  /**
   * A part of the largest heap.
   *
   * @param share from 0 to 1
   */
  record Share(double share) implements HeapMark {
    public Share {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("A share is from 0 to 1.");
      }
    }

    @Override
    public long in(long maximum) {
      return (long) (maximum * share);
    }
  }
}
