package dev.jongleur.cli.doctor.heap;

import java.util.function.IntConsumer;

/** Every object of a dump: its address, its class, its record, and its size. */
final class ObjectTable {
  private static final int SAMPLE = 200_000;
  private static final int UNIT = 8;

  /** Stands where an object is a class: those have no record of their own. */
  private static final long NO_RECORD = -1;

  private final ClassTable classes;
  private final DumpBytes bytes;
  private final Addresses addresses;
  private final long[] records;

  /** By object, the number of its class; of a class, its own number. */
  private final int[] classOf;

  /** In units, so that no array is too large for it. */
  private final int[] units;

  private final Layout layout;

  ObjectTable(ClassTable classes, DumpBytes bytes, Records found) {
    this.classes = classes;
    this.bytes = bytes;
    this.addresses = addresses(found);
    this.records = new long[addresses.size()];
    this.classOf = new int[addresses.size()];
    place(found);
    this.layout = Layout.fitting(this::fit);
    this.units = new int[addresses.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.toIntExact(bytesIn(layout, i) / UNIT);
    }
  }

  private Addresses addresses(Records found) {
    var ids =
        new Longs(
            classes.size()
                + found.instances().size()
                + found.objectArrays().size()
                + found.primitiveArrays().size());
    for (int i = 0; i < classes.size(); i++) {
      ids.add(classes.get(i).id());
    }
    found.instances().forEach(record -> ids.add(bytes.id(record)));
    found.objectArrays().forEach(record -> ids.add(bytes.id(record)));
    found.primitiveArrays().forEach(record -> ids.add(bytes.id(record)));
    return new Addresses(ids.toArray());
  }

  private void place(Records found) {
    for (int i = 0; i < classes.size(); i++) {
      put(classes.get(i).id(), NO_RECORD, i);
    }
    found
        .instances()
        .forEach(
            record -> put(bytes.id(record), record, classes.number(bytes.instanceClass(record))));
    found
        .objectArrays()
        .forEach(record -> put(bytes.id(record), record, classes.number(bytes.arrayClass(record))));
    found
        .primitiveArrays()
        .forEach(
            record -> put(bytes.id(record), record, classes.number(bytes.elementType(record))));
  }

  private void put(long id, long record, int classNumber) {
    int number = addresses.number(id);
    records[number] = record;
    classOf[number] = classNumber;
  }

  int size() {
    return classOf.length;
  }

  Layout layout() {
    return layout;
  }

  /** The number of the object at an address, negative when there is none. */
  int number(long id) {
    return addresses.number(id);
  }

  boolean isClass(int object) {
    return records[object] == NO_RECORD;
  }

  /** The number of an object's class; of a class, its own number. */
  int classOf(int object) {
    return classOf[object];
  }

  long record(int object) {
    return records[object];
  }

  /** How many bytes an object has itself. */
  long size(int object) {
    return (long) units[object] * UNIT;
  }

  /** How many of a sample of objects, laid out so, end where the next one begins. */
  private long fit(Layout tried) {
    long fitting = 0;
    int step = Math.max(1, size() / SAMPLE);
    for (int i = 0; i + 1 < size(); i += step) {
      if (!isClass(i) && addresses.id(i) + bytesIn(tried, i) == addresses.id(i + 1)) {
        fitting++;
      }
    }
    return fitting;
  }

  private long bytesIn(Layout tried, int object) {
    if (isClass(object)) {
      return tried.instance(0, classes.get(classOf[object]).statics().size());
    }
    int type = classOf[object];
    if (classes.isPrimitiveArray(type)) {
      return tried.array(bytes.arrayLength(records[object]), classes.element(type).bytes());
    }
    return classes.isObjectArray(type)
        ? tried.references(bytes.arrayLength(records[object]))
        : tried.instance(classes.primitiveBytes(type), classes.referenceCount(type));
  }

  /** Tells the objects that one keeps; an object may be told twice. */
  void forEachKept(int object, IntConsumer told) {
    if (isClass(object)) {
      HeapClass own = classes.get(classOf[object]);
      own.statics().forEach(field -> tell(field.target(), told));
      tell(own.loaderId(), told);
    } else if (classes.isObjectArray(classOf[object])) {
      tellElements(records[object], told);
    } else if (!classes.isPrimitiveArray(classOf[object])) {
      long values = bytes.values(records[object]);
      for (int offset : classes.references(classOf[object])) {
        tell(bytes.id(values + offset), told);
      }
    }
  }

  private void tellElements(long record, IntConsumer told) {
    long values = bytes.values(record);
    long end = values + (long) bytes.arrayLength(record) * bytes.idBytes();
    for (long at = values; at < end; at += bytes.idBytes()) {
      tell(bytes.id(at), told);
    }
  }

  private void tell(long id, IntConsumer told) {
    int number = id == 0 ? -1 : addresses.number(id);
    if (number >= 0) {
      told.accept(number);
    }
  }
}
