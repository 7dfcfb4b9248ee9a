package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.FieldName;
import dev.jongleur.cli.doctor.heap.Heap;
import dev.jongleur.cli.doctor.heap.HeapObject;
import dev.jongleur.cli.doctor.heap.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of Jongleur is in a heap, in Jongleur's own words. Fields that are not there say nothing.
 *
 * @param leases every lease there is, closed or not, by what it is on
 */
record Patient(Heap heap, Map<HeapObject, List<HeapObject>> leases) {
  static Patient in(Heap heap) {
    var byEntry = new HashMap<HeapObject, List<HeapObject>>();
    heap.objectsOf(Names.LEASE)
        .forEach(lease ->
            lease
                .to(Names.LEASE_ENTRY)
                .ifPresent(
                    entry -> byEntry.computeIfAbsent(entry, _ -> new ArrayList<>()).add(lease)));
    return new Patient(heap, byEntry);
  }

  /** Whether there is anything of Jongleur at all. */
  boolean isKnown() {
    return heap.hasClass(Names.TENANTS) || heap.hasClass(Names.OPENED_STORE);
  }

  /** The objects of a class that can be reached. */
  List<HeapObject> all(String className) {
    return heap.objectsOf(className).filter(HeapObject::isReachable).toList();
  }

  List<HeapObject> open(String className) {
    return all(className).stream().filter(object -> !isClosed(object)).toList();
  }

  String tenant(HeapObject life) {
    return life.to(Names.LIFE_ID)
        // An identity of its own, or simply the name.
        .map(id -> id.to(Names.ID_NAME).orElse(id))
        .map(HeapObject::text)
        .orElse("?");
  }

  boolean isUnfolded(HeapObject life) {
    return life.to(Names.LIFE_UNFOLDED).isPresent();
  }

  boolean isEnded(HeapObject life) {
    return life.value(Names.LIFE_ENDED).orElse(0) != 0;
  }

  /** The id of what a data source or a tenant has opened, as it prints itself. */
  String storeId(HeapObject store) {
    Optional<HeapObject> id = store.to(Names.STORE_ID);
    String connector = text(id, Names.ID_CONNECTOR);
    String digest = text(id, Names.ID_DIGEST);
    return "ds_" + connector + "_" + digest.substring(0, Math.min(8, digest.length()));
  }

  String dataSourceId(HeapObject dataSource) {
    return dataSource.to(Names.SOURCE_OPENED).map(this::storeId).orElse("?");
  }

  String owner(HeapObject space) {
    return text(Optional.of(space), Names.SPACE_OWNER);
  }

  String definitionName(HeapObject definition) {
    return text(Optional.of(definition), Names.DEFINITION_NAME);
  }

  String digest(HeapObject shape) {
    return text(Optional.of(shape), Names.SHAPE_DIGEST);
  }

  /** What kind of thing a lease or its entry is for. */
  String kind(HeapObject entry) {
    String key = entry.to(Names.ENTRY_KEY).map(HeapObject::className).orElse("?");
    return switch (key) {
      case Names.REGISTRY_KEY -> "tenant registry";
      case Names.CONNECTOR_KEY -> "connector";
      default -> key.substring(key.lastIndexOf('.') + 1);
    };
  }

  /** How many observers are subscribed. */
  long observers(HeapObject observers) {
    List<HeapObject> byHook =
        observers
            .to(Names.OBSERVERS_SNAPSHOT)
            .flatMap(reference -> reference.to(Names.ATOMIC_REFERENCE))
            .flatMap(present -> present.to(Names.OBSERVERS_BY_HOOK))
            .stream()
            .toList();
    return heap.ledTo(byHook, Ownership::isCollection).stream()
        .map(HeapObject::className)
        .filter(name -> !Ownership.isPlatform(name) && !Ownership.isCollection(name))
        .filter(name -> !name.equals(Names.HOOK))
        .count();
  }

  /** Whether an application, a data source, a space, a store or a lease was closed. */
  boolean isClosed(HeapObject object) {
    return switch (object.className()) {
      case Names.TENANTS -> object.value(Names.TENANTS_CLOSED).orElse(0) != 0;
      case Names.DATA_SOURCE -> object.to(Names.SOURCE_OPENED).map(this::isClosed).orElse(false);
      case Names.MODEL_SPACE ->
          object
              .to(Names.SPACE_GATE)
              .flatMap(gate -> gate.to(Names.GATE_CLOSED))
              .flatMap(closed -> closed.to(Names.FUTURE_RESULT))
              .isPresent();
      case Names.OPENED_STORE -> isSet(object, Names.STORE_CLOSED);
      case Names.LEASE -> isSet(object, Names.LEASE_CLOSED);
      default -> false;
    };
  }

  /**
   * How many bytes would be free if these were closed and gone: what they retain, and the shared
   * resources that nobody else has a lease on.
   */
  long freed(Collection<HeapObject> some) {
    var gone = new ArrayList<>(some);
    Part rest = heap.without(gone);
    while (gone.addAll(unleased(rest))) {
      rest = heap.without(gone);
    }
    return rest.bytesOfOthers();
  }

  private List<HeapObject> unleased(Part rest) {
    return leases.keySet().stream()
        .filter(rest::has)
        .filter(entry -> on(entry).stream().anyMatch(HeapObject::isReachable))
        .filter(entry -> on(entry).stream().noneMatch(rest::has))
        .toList();
  }

  /** The leases on something. */
  List<HeapObject> on(HeapObject entry) {
    return leases.getOrDefault(entry, List.of());
  }

  /** Whether models still let calls in: such that do not may be finishing, or closed. */
  boolean isLettingIn(HeapObject space) {
    return space
            .to(Names.SPACE_GATE)
            .flatMap(gate -> gate.to(Names.GATE_INSIDE))
            .map(inside -> inside.value(Names.ATOMIC_INTEGER).orElse(0))
            .orElse(0L)
        < Names.RETIRED;
  }

  private static boolean isSet(HeapObject object, FieldName flag) {
    return object.to(flag).map(it -> it.value(Names.ATOMIC_BOOLEAN).orElse(0) != 0).orElse(false);
  }

  private static String text(Optional<HeapObject> object, FieldName field) {
    return object.flatMap(it -> it.to(field)).map(HeapObject::text).orElse("?");
  }
}
