package dev.jongleur.cli.doctor.heap;

import java.io.EOFException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shark.GcRoot;
import shark.HprofHeader;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.ClassDumpRecord;
import shark.HprofRecordReader;
import shark.HprofRecordTag;
import shark.StreamingHprofReader;
import shark.ValueHolder.ReferenceHolder;

/**
 * What one pass over a dump collects: its classes, its roots, and where each object's record is.
 */
final class Records {
  private static final Set<HprofRecordTag> WANTED =
      EnumSet.complementOf(
          EnumSet.of(
              HprofRecordTag.STACK_FRAME,
              HprofRecordTag.STACK_TRACE,
              HprofRecordTag.PRIMITIVE_ARRAY_NODATA,
              HprofRecordTag.HEAP_DUMP_INFO,
              HprofRecordTag.ROOT_STICKY_CLASS, // every class is a root here
              HprofRecordTag.ROOT_UNREACHABLE));

  private final Map<Long, String> strings = new HashMap<>();
  private final Map<Long, Long> classNames = new HashMap<>();
  private final List<ClassDumpRecord> classDumps = new ArrayList<>();
  private final List<Root> roots = new ArrayList<>();
  private final Map<Integer, Long> threads = new HashMap<>();
  private final Longs instances = new Longs(0);
  private final Longs objectArrays = new Longs(0);
  private final Longs primitiveArrays = new Longs(0);
  private boolean ended;

  private Records() {}

  /**
   * Reads all of a dump.
   *
   * @throws EOFException when it ends too early
   */
  static Records of(Path file, HprofHeader header) throws EOFException {
    var records = new Records();
    StreamingHprofReader.Companion.readerFor(file.toFile(), header)
        .readRecords(WANTED, records::take);
    if (!records.ended) {
      throw new EOFException();
    }
    return records;
  }

  private void take(HprofRecordTag tag, long length, HprofRecordReader reader) {
    long position = reader.getBytesRead();
    switch (tag) {
      case INSTANCE_DUMP -> {
        instances.add(position);
        reader.skipInstanceDumpRecord();
      }
      case OBJECT_ARRAY_DUMP -> {
        objectArrays.add(position);
        reader.skipId();
        reader.skip(Integer.BYTES);
        reader.skip(bytes(reader.readInt() + 1L, HeapClass.REFERENCE, reader));
      }
      case PRIMITIVE_ARRAY_DUMP -> {
        primitiveArrays.add(position);
        reader.skipId();
        reader.skip(Integer.BYTES);
        int elements = reader.readInt();
        reader.skip(bytes(elements, reader.readUnsignedByte(), reader));
      }
      case CLASS_DUMP -> classDumps.add(reader.readClassDumpRecord());
      case STRING_IN_UTF8 -> {
        var string = reader.readStringRecord(length);
        strings.put(string.getId(), string.getString());
      }
      case LOAD_CLASS -> {
        var loaded = reader.readLoadClassRecord();
        classNames.put(loaded.getId(), loaded.getClassNameStringId());
      }
      case HEAP_DUMP_END -> ended = true;
      default -> takeRoot(tag, reader);
    }
  }

  private static long bytes(long elements, int type, HprofRecordReader reader) {
    return elements * reader.sizeOf(type);
  }

  private void takeRoot(HprofRecordTag tag, HprofRecordReader reader) {
    switch (tag) {
      case ROOT_THREAD_OBJECT -> {
        var thread = reader.readThreadObjectGcRootRecord();
        threads.put(thread.getThreadSerialNumber(), thread.getId());
        root(thread, Root.Kind.THREAD, thread.getThreadSerialNumber());
      }
      case ROOT_JAVA_FRAME -> {
        var frame = reader.readJavaFrameGcRootRecord();
        root(frame, Root.Kind.FRAME, frame.getThreadSerialNumber());
      }
      case ROOT_JNI_LOCAL -> {
        var local = reader.readJniLocalGcRootRecord();
        root(local, Root.Kind.FRAME, local.getThreadSerialNumber());
      }
      case ROOT_NATIVE_STACK -> {
        var local = reader.readNativeStackGcRootRecord();
        root(local, Root.Kind.FRAME, local.getThreadSerialNumber());
      }
      case ROOT_THREAD_BLOCK -> {
        var block = reader.readThreadBlockGcRootRecord();
        root(block, Root.Kind.FRAME, block.getThreadSerialNumber());
      }
      case ROOT_MONITOR_USED -> root(reader.readMonitorUsedGcRootRecord(), Root.Kind.FRAME, 0);
      case ROOT_JNI_MONITOR -> root(reader.readJniMonitorGcRootRecord(), Root.Kind.FRAME, 0);
      case ROOT_JNI_GLOBAL -> root(reader.readJniGlobalGcRootRecord(), Root.Kind.NATIVE, 0);
      // The others have nothing but an id.
      default -> roots.add(new Root(reader.readId(), Root.Kind.VIRTUAL_MACHINE, 0));
    }
  }

  private void root(GcRoot root, Root.Kind kind, int thread) {
    roots.add(new Root(root.getId(), kind, thread));
  }

  List<Root> roots() {
    return roots;
  }

  /** The ids of the threads' objects, by the dump's numbers. */
  Map<Integer, Long> threads() {
    return threads;
  }

  Longs instances() {
    return instances;
  }

  Longs objectArrays() {
    return objectArrays;
  }

  Longs primitiveArrays() {
    return primitiveArrays;
  }

  List<HeapClass> classes() {
    return classDumps.stream().map(this::heapClass).toList();
  }

  private HeapClass heapClass(ClassDumpRecord dump) {
    List<HeapClass.Field> fields =
        dump.getFields().stream()
            .map(field -> new HeapClass.Field(string(field.getNameStringId()), field.getType()))
            .toList();
    var statics = new ArrayList<HeapClass.Static>();
    for (var field : dump.getStaticFields()) {
      if (field.getValue() instanceof ReferenceHolder reference && !reference.isNull()) {
        statics.add(new HeapClass.Static(string(field.getNameStringId()), reference.getValue()));
      }
    }
    return new HeapClass(
        dump.getId(),
        ClassNames.readable(string(classNames.getOrDefault(dump.getId(), 0L))),
        dump.getSuperclassId(),
        dump.getClassLoaderId(),
        fields,
        statics);
  }

  private String string(long id) {
    return strings.getOrDefault(id, "?");
  }
}
