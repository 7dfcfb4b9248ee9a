package dev.jongleur.cli.doctor.heap;

import java.util.List;
import java.util.Objects;

/** What the garbage collector begins with, in words. */
record RootNames(Heap heap) {
  private static final FieldName THREAD_NAME = new FieldName("java.lang.Thread", "name");

  /** How the first object of a way is held. */
  String name(List<Integer> way) {
    int object = way.getFirst();
    Root root = Objects.requireNonNull(heap.roots().byObject().get(object));
    return switch (root.kind()) {
      case CLASS -> "a class";
      case THREAD -> thread(object);
      case FRAME -> "a running method" + heap.roots().thread(root).map(this::of).orElse("");
      case NATIVE -> "native code";
      case VIRTUAL_MACHINE -> "the virtual machine";
    };
  }

  private String of(int thread) {
    return " of " + thread(thread);
  }

  private String thread(int object) {
    return "the thread \""
        + heap.reference(object, THREAD_NAME).map(HeapObject::text).orElse("?")
        + "\"";
  }
}
