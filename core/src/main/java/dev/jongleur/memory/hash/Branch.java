package dev.jongleur.memory.hash;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Up to 32 nodes, one for each value that the next five bits of a hash may have. */
final class Branch implements Node {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  /** Which values there are nodes for, a bit each. */
  private final int present;

  private final Node[] nodes;

  private Branch(int present, Node[] nodes) {
    this.present = present;
    this.nodes = nodes;
  }

  /** A branch over a node and an entry whose hashes differ. */
  static Branch of(Node node, int hash, Single entry, int shift) {
    int one = hash >>> shift & MASK;
    int other = entry.hash() >>> shift & MASK;
    if (one == other) {
      return new Branch(1 << one, new Node[] {of(node, hash, entry, shift + BITS)});
    }
    Node[] both = one < other ? new Node[] {node, entry} : new Node[] {entry, node};
    return new Branch(1 << one | 1 << other, both);
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift & MASK);
  }

  /** Where the node of a bit is, or would be. */
  private int place(int bit) {
    return Integer.bitCount(present & bit - 1);
  }

  @Override
  public @Nullable Object get(Object key, int hash, int shift) {
    int bit = bit(hash, shift);
    return (present & bit) == 0 ? null : nodes[place(bit)].get(key, hash, shift + BITS);
  }

  @Override
  public Node with(Single entry, int shift) {
    int bit = bit(entry.hash(), shift);
    int place = place(bit);
    return (present & bit) == 0
        ? new Branch(present | bit, inserted(place, entry))
        : replaced(place, nodes[place].with(entry, shift + BITS));
  }

  private Node[] inserted(int place, Node node) {
    Node[] more = Arrays.copyOf(nodes, nodes.length + 1);
    System.arraycopy(nodes, place, more, place + 1, nodes.length - place);
    more[place] = node;
    return more;
  }

  private Branch replaced(int place, Node node) {
    Node[] copy = nodes.clone();
    copy[place] = node;
    return new Branch(present, copy);
  }

  @Override
  public @Nullable Node without(Object key, int hash, int shift) {
    int bit = bit(hash, shift);
    if ((present & bit) == 0) {
      return this;
    }
    int place = place(bit);
    Node rest = nodes[place].without(key, hash, shift + BITS);
    if (rest == nodes[place]) {
      return this;
    }
    return rest == null ? removed(place, bit) : lifted(place, rest);
  }

  /** A node that needs no branch above it goes up, so that equal tries have equal forms. */
  private Node lifted(int place, Node rest) {
    return nodes.length == 1 && !(rest instanceof Branch) ? rest : replaced(place, rest);
  }

  private @Nullable Node removed(int place, int bit) {
    if (nodes.length == 1) {
      return null;
    }
    if (nodes.length == 2 && !(nodes[1 - place] instanceof Branch)) {
      return nodes[1 - place];
    }
    Node[] fewer = Arrays.copyOf(nodes, nodes.length - 1);
    System.arraycopy(nodes, place + 1, fewer, place, nodes.length - place - 1);
    return new Branch(present & ~bit, fewer);
  }
}
