package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.HeapObject;

/**
 * One object that should not be there.
 *
 * @param name whose or what it is
 * @param count how many of what the suspicion counts
 */
record Suspect(Suspicion suspicion, HeapObject object, String name, long count) {
  Suspect(Suspicion suspicion, HeapObject object, String name) {
    this(suspicion, object, name, 1);
  }
}
