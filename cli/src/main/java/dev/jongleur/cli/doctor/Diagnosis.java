package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.Heap;
import dev.jongleur.cli.doctor.heap.Holders;
import dev.jongleur.cli.frame.CommandFailure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the doctor found out.
 *
 * @param objects how many can be reached
 * @param bytes what they take
 */
record Diagnosis(
    String source, long objects, long bytes, List<Kind> kinds, List<Finding> findings) {
  Diagnosis {
    kinds = List.copyOf(kinds);
    findings = List.copyOf(findings);
  }

  /**
   * Examines a heap dump.
   *
   * @param source what the heap is called
   * @param top how many of each kind are told one by one
   * @throws CommandFailure when it cannot be read, or has no Jongleur in it
   */
  static Diagnosis of(Path dump, String source, int top) {
    try (Heap heap = Heap.read(dump, Names.WATCHING)) {
      Patient patient = Patient.in(heap);
      if (!patient.isKnown()) {
        throw new CommandFailure("There is no Jongleur in " + source + ".");
      }
      Holders holders = heap.holders(Ownership::isApplication);
      return new Diagnosis(
          source,
          heap.size(),
          heap.bytes(),
          new Inventory(patient, holders, top).kinds(),
          new Examination(patient, holders).findings());
    }
  }

  boolean isHealthy() {
    return findings.isEmpty();
  }

  /** By the names that programs read. */
  Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("source", source);
    map.put("objects", objects);
    map.put("bytes", bytes);
    var retained = new LinkedHashMap<String, Object>();
    kinds.forEach(kind -> retained.put(kind.code(), kind.toMap()));
    map.put("retained", retained);
    map.put("findings", findings.stream().map(Finding::toMap).toList());
    return map;
  }
}
