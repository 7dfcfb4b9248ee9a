package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.HeapObject;
import dev.jongleur.cli.doctor.heap.Holders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes suspects together by what they are and who holds them, and says which are findings. */
record Examination(Patient patient, Holders holders) {
  private static final int MANY_DATA_SOURCES = 100;
  private static final int MANY_OF_ONE_NAME = 10;
  private static final int MANY_DEFINITIONS = 1000;
  static final int NAMES_TOLD = 20;

  /** What suspects have in common. */
  private record Common(Suspicion suspicion, String holder) {}

  /** The likely leaks, those that retain most first. */
  List<Finding> findings() {
    var groups = new LinkedHashMap<Common, List<Suspect>>();
    for (Suspect suspect : new Suspects(patient, holders).all()) {
      var common = new Common(suspect.suspicion(), holders.holder(suspect.object()));
      groups.computeIfAbsent(common, _ -> new ArrayList<>()).add(suspect);
    }
    return groups.entrySet().stream()
        .filter(group -> isLeak(group.getKey().suspicion(), group.getValue()))
        .map(group -> finding(group.getKey(), group.getValue()))
        .sorted(Comparator.comparingLong(Finding::retained).reversed())
        .toList();
  }

  /** Some things may well be there, but not that many of them. */
  private static boolean isLeak(Suspicion suspicion, Collection<Suspect> group) {
    return switch (suspicion) {
      case FORGOTTEN_DATA_SOURCE -> group.size() >= MANY_DATA_SOURCES || mostAlike(group) > 1;
      case PILED_UP_DEFINITIONS ->
          group.size() >= MANY_DEFINITIONS || mostAlike(group) >= MANY_OF_ONE_NAME;
      case RELEASED_TENANT,
          CLOSED_APPLICATION,
          CLOSED_DATA_SOURCE,
          UNCLOSABLE_MODELS,
          CLOSED_MODELS,
          CLOSED_STORE,
          CLOSED_LEASE,
          LOST_LEASE,
          MANY_OBSERVERS,
          ENDED_OBSERVERS ->
          true;
    };
  }

  /** How many have one name. */
  private static long mostAlike(Collection<Suspect> group) {
    Map<String, Long> counts =
        group.stream()
            .map(Suspect::name)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private Finding finding(Common common, List<Suspect> group) {
    List<HeapObject> objects = group.stream().map(Suspect::object).toList();
    return new Finding(
        common.suspicion(),
        group.stream().mapToLong(Suspect::count).sum(),
        group.stream()
            .map(Suspect::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .limit(NAMES_TOLD)
            .toList(),
        retained(common.suspicion(), objects),
        common.holder(),
        holders.path(objects.getFirst()));
  }

  private long retained(Suspicion suspicion, Collection<HeapObject> objects) {
    return switch (suspicion) {
      case FORGOTTEN_DATA_SOURCE, UNCLOSABLE_MODELS -> patient.freed(objects);
      case RELEASED_TENANT,
          CLOSED_APPLICATION,
          CLOSED_DATA_SOURCE,
          CLOSED_MODELS,
          CLOSED_STORE,
          CLOSED_LEASE,
          LOST_LEASE,
          PILED_UP_DEFINITIONS,
          MANY_OBSERVERS,
          ENDED_OBSERVERS ->
          patient.heap().without(new HashSet<>(objects)).bytesOfOthers();
    };
  }
}
