package dev.jongleur.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a definition that decides storage and query plans: the order of the slots in which an
 * entity keeps its values, their types, and the key. Immutable; equal shapes have equal canonical
 * text, and {@link #digest()} is its SHA-256. Both are made when they are first asked for: most
 * definitions turn out to be known already and are never asked.
 */
public final class Shape {
  private static final int[] NONE = {};

  private final String model;
  private final boolean open;
  private final List<Property> slots;
  private final Slots positions;
  private final int[] keys;

  /** Zero until it is asked for; whoever races to make it makes the same. */
  private int hash;

  private @Nullable String digest;

  Shape(String model, List<Property> properties, boolean open) {
    this.model = model;
    this.open = open;
    this.slots = properties;
    this.positions = new Slots(slots);
    this.keys = keysOf(slots);
  }

  /** The number of slots. */
  public int size() {
    return slots.size();
  }

  public Property property(int slot) {
    return slots.get(slot);
  }

  public List<Property> properties() {
    return slots;
  }

  /** The slot of a property, or -1 when it is not defined. */
  public int slot(String name) {
    return positions.of(name);
  }

  /** How many properties make up the primary key; 0 when there is none. */
  public int keySize() {
    return keys.length;
  }

  /** The slot of the n-th part of the primary key, from 0. */
  public int keySlot(int part) {
    return keys[part];
  }

  /** All that decides storage, as text; made anew at each call. */
  public String canonical() {
    var text = new StringBuilder(Canonical.name(model)).append(open ? " open" : "");
    for (Property property : slots) {
      text.append('\n').append(property.canonical());
    }
    return text.toString();
  }

  /** The SHA-256 of the canonical text, in lower-case hex. */
  public String digest() {
    String made = digest;
    if (made == null) {
      made = sha256(canonical());
      digest = made;
    }
    return made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Shape that
            && hashCode() == that.hashCode()
            && open == that.open
            && model.equals(that.model)
            && storesTheSame(that);
  }

  private boolean storesTheSame(Shape that) {
    if (slots.size() != that.slots.size()) {
      return false;
    }
    for (int slot = 0; slot < slots.size(); slot++) {
      if (!Stored.alike(slots.get(slot), that.slots.get(slot))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int made = hash;
    if (made == 0) {
      made = 31 * model.hashCode() + Boolean.hashCode(open);
      for (Property property : slots) {
        made = 31 * made + Stored.hash(property);
      }
      hash = made;
    }
    return made;
  }

  @Override
  public String toString() {
    return canonical();
  }

  private static int[] keysOf(List<Property> slots) {
    int count = 0;
    int only = -1;
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot).isId()) {
        count++;
        only = slot;
      }
    }
    return switch (count) {
      case 0 -> NONE;
      case 1 -> new int[] {only};
      default -> inOrder(slots);
    };
  }

  private static int[] inOrder(List<Property> slots) {
    return IntStream.range(0, slots.size())
        .filter(slot -> slots.get(slot).isId())
        .boxed()
        .sorted(Comparator.comparingInt(slot -> slots.get(slot).key()))
        .mapToInt(slot -> slot)
        .toArray();
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
