package dev.jongleur.cli.doctor.heap;

import java.util.Optional;
import java.util.OptionalLong;

/** One object of a heap. Fields that its class does not have are simply absent. */
public record HeapObject(Heap heap, int number) {
  /** Of a class object, the name of the class it stands for. */
  public String className() {
    return heap.className(number);
  }

  public Optional<HeapObject> to(FieldName field) {
    return heap.reference(number, field);
  }

  public OptionalLong value(FieldName field) {
    return heap.value(number, field);
  }

  /** Of a string, what it says. */
  public String text() {
    return heap.text(number);
  }

  /** How many bytes would be free without it. */
  public long retained() {
    return heap.retained(number);
  }

  public boolean isReachable() {
    return heap.isReachable(number);
  }
}
