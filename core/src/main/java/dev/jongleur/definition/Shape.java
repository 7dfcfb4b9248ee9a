package dev.jongleur.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The part of a definition that decides storage and query plans: the order of the slots in which an
 * entity keeps its values, their types, and the key. Immutable; equal shapes have equal canonical
 * text, and {@link #digest()} is its SHA-256.
 */
public final class Shape {
  private final List<Property> slots;
  private final Map<String, Integer> positions;
  private final int[] keys;
  private final String canonical;
  private final String digest;

  Shape(String model, Iterable<Property> properties, boolean open) {
    var list = new ArrayList<Property>();
    properties.forEach(list::add);
    this.slots = List.copyOf(list);
    this.positions = HashMap.newHashMap(list.size());
    for (int i = 0; i < list.size(); i++) {
      positions.put(list.get(i).name(), i);
    }
    this.keys = keysOf(list);
    this.canonical = canonicalOf(model, list, open);
    this.digest = sha256(canonical);
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
    Integer position = positions.get(name);
    return position == null ? -1 : position;
  }

  /** How many properties make up the primary key; 0 when there is none. */
  public int keySize() {
    return keys.length;
  }

  /** The slot of the n-th part of the primary key, from 0. */
  public int keySlot(int part) {
    return keys[part];
  }

  public String canonical() {
    return canonical;
  }

  /** The SHA-256 of the canonical text, in lower-case hex. */
  public String digest() {
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Shape that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return canonical;
  }

  private static int[] keysOf(List<Property> list) {
    return java.util.stream.IntStream.range(0, list.size())
        .filter(i -> list.get(i).isId())
        .boxed()
        .sorted(java.util.Comparator.comparingInt(i -> list.get(i).key()))
        .mapToInt(i -> i)
        .toArray();
  }

  private static String canonicalOf(String model, List<Property> list, boolean open) {
    var text = new StringBuilder(Canonical.name(model)).append(open ? " open" : "");
    for (Property property : list) {
      text.append('\n').append(property.canonical());
    }
    return text.toString();
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
