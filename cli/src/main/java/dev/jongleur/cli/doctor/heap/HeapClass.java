package dev.jongleur.cli.doctor.heap;

import java.util.List;

/**
 * A class as the dump has it.
 *
 * @param id its address, which is that of its {@code Class} object
 * @param superId 0 when it has no superclass
 * @param fields those it declares itself, in the order of an instance's record
 */
record HeapClass(
    long id, String name, long superId, long loaderId, List<Field> fields, List<Static> statics) {
  static final int REFERENCE = 2;

  /** An instance's field and its type, by the dump's number. */
  record Field(String name, int type) {}

  /** A static field that refers to something. */
  record Static(String name, long target) {}

  HeapClass {
    fields = List.copyOf(fields);
    statics = List.copyOf(statics);
  }

  boolean isArray() {
    return name.endsWith("[]");
  }
}
