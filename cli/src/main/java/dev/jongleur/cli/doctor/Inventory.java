package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.HeapObject;
import dev.jongleur.cli.doctor.heap.Holders;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes down what of Jongleur is in a heap.
 *
 * @param top how many of each kind are told one by one
 */
record Inventory(Patient patient, Holders holders, int top) {
  List<Kind> kinds() {
    return List.of(
        tenants(),
        dataSources(),
        partitions(),
        leases(),
        models(),
        definitions(),
        shapes(),
        observers());
  }

  private Kind tenants() {
    List<HeapObject> lives = patient.all(Names.TENANT_LIFE);
    long unfolded = lives.stream().filter(patient::isUnfolded).count();
    return kind(
        "tenants",
        lives,
        count(unfolded) + " unfolded",
        singly(lives, patient::tenant, life -> patient.isUnfolded(life) ? "unfolded" : "folded"));
  }

  private Kind dataSources() {
    List<HeapObject> sources = patient.all(Names.DATA_SOURCE);
    long closed = sources.stream().filter(patient::isClosed).count();
    return kind(
        "data sources",
        sources,
        count(closed) + " closed",
        singly(sources, patient::dataSourceId, it -> patient.isClosed(it) ? "closed" : "open"));
  }

  private Kind partitions() {
    List<HeapObject> stores = patient.open(Names.OPENED_STORE);
    return kind("open partitions", stores, "", together(stores, patient::storeId));
  }

  private Kind leases() {
    List<HeapObject> leases = patient.open(Names.LEASE);
    Function<HeapObject, String> on =
        lease -> lease.to(Names.LEASE_ENTRY).map(patient::kind).orElse("?");
    Map<String, Long> byKind =
        leases.stream().collect(Collectors.groupingBy(on, TreeMap::new, Collectors.counting()));
    String note =
        byKind.entrySet().stream()
            .map(each -> each.getKey() + ": " + count(each.getValue()))
            .collect(Collectors.joining(", "));
    return kind("leases", leases, note, together(leases, on));
  }

  private Kind models() {
    List<HeapObject> spaces = patient.open(Names.MODEL_SPACE);
    return kind("model spaces", spaces, "", singly(spaces, patient::owner, _ -> ""));
  }

  private Kind definitions() {
    List<HeapObject> definitions = patient.all(Names.DEFINITION);
    return kind("definitions", definitions, "", together(definitions, patient::definitionName));
  }

  private Kind shapes() {
    List<HeapObject> shapes = patient.all(Names.SHAPE);
    long distinct = shapes.stream().map(patient::digest).distinct().count();
    return kind("shapes", shapes, count(distinct) + " distinct", List.of());
  }

  private Kind observers() {
    List<HeapObject> observers = patient.all(Names.OBSERVERS);
    long subscribed = observers.stream().mapToLong(patient::observers).sum();
    return kind("models with observers", observers, count(subscribed) + " subscribed", List.of());
  }

  private Kind kind(
      String name, Collection<HeapObject> objects, String note, List<Retained> largest) {
    long bytes = objects.isEmpty() ? 0 : patient.heap().without(objects).bytesOfOthers();
    return new Kind(name, objects.size(), note, bytes, largest);
  }

  private List<Retained> singly(
      Collection<HeapObject> objects,
      Function<HeapObject, String> name,
      Function<HeapObject, String> note) {
    return objects.stream()
        .sorted(Comparator.comparingLong(HeapObject::retained).reversed())
        .limit(top)
        .map(it -> retained(name.apply(it), note.apply(it), it.retained(), it))
        .toList();
  }

  /** Those of one name as one. */
  private List<Retained> together(
      Collection<HeapObject> objects, Function<HeapObject, String> name) {
    return objects.stream().collect(Collectors.groupingBy(name)).entrySet().stream()
        .map(each -> together(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingLong(Retained::bytes).reversed())
        .limit(top)
        .toList();
  }

  private Retained together(String name, List<HeapObject> objects) {
    return retained(
        name,
        count(objects.size()) + (objects.size() == 1 ? " object" : " objects"),
        objects.stream().mapToLong(HeapObject::retained).sum(),
        objects.getFirst());
  }

  private Retained retained(String name, String note, long bytes, HeapObject object) {
    return new Retained(name, note, bytes, holders.holder(object), holders.path(object));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
