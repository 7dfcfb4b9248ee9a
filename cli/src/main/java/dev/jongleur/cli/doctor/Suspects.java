package dev.jongleur.cli.doctor;

import dev.jongleur.cli.doctor.heap.FieldName;
import dev.jongleur.cli.doctor.heap.HeapObject;
import dev.jongleur.cli.doctor.heap.Holders;
import dev.jongleur.cli.doctor.heap.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for objects of Jongleur that should not be there any more. */
record Suspects(Patient patient, Holders holders) {
  private static final int MANY_OBSERVERS = 1000;

  /** All of them, but for those behind another and those that a running method is at work with. */
  List<Suspect> all() {
    var all = new ArrayList<Suspect>();
    all.addAll(releasedTenants());
    all.addAll(closed(Names.TENANTS, Suspicion.CLOSED_APPLICATION, _ -> ""));
    all.addAll(closed(Names.DATA_SOURCE, Suspicion.CLOSED_DATA_SOURCE, patient::dataSourceId));
    all.addAll(collectedDataSources());
    all.addAll(unclosableModels());
    all.addAll(closed(Names.MODEL_SPACE, Suspicion.CLOSED_MODELS, patient::owner));
    all.addAll(closed(Names.OPENED_STORE, Suspicion.CLOSED_STORE, patient::storeId));
    all.addAll(closed(Names.LEASE, Suspicion.CLOSED_LEASE, this::leased));
    all.addAll(lostLeases());
    all.addAll(unusedDefinitions());
    all.addAll(manyObservers());
    all.addAll(endedObservers());
    return outermost(all);
  }

  private List<Suspect> outermost(Collection<Suspect> all) {
    var objects = all.stream().map(Suspect::object).distinct().toList();
    var outermost = Set.copyOf(patient.heap().outermost(objects));
    return all.stream()
        .filter(suspect -> outermost.contains(suspect.object()))
        .filter(suspect -> !holders.isInUse(suspect.object()))
        .toList();
  }

  /** Those that have ended, or that no application knows. */
  private List<Suspect> releasedTenants() {
    List<HeapObject> lives =
        patient.all(Names.TENANTS).stream()
            .flatMap(tenants -> tenants.to(Names.TENANTS_LIVES).stream())
            .toList();
    // Else they are known in a way that this doctor does not know.
    boolean isTold = !lives.isEmpty() || patient.all(Names.TENANTS).isEmpty();
    Part known = patient.heap().allLedTo(lives, Suspects::isTable);
    return patient.all(Names.TENANT_LIFE).stream()
        .filter(life -> patient.isEnded(life) || isTold && !known.has(life))
        .map(life -> new Suspect(Suspicion.RELEASED_TENANT, life, patient.tenant(life)))
        .toList();
  }

  /** What the tenants may be kept in. */
  private static boolean isTable(String className) {
    return Ownership.isCollection(className)
        || className.startsWith("dev.jongleur.tenant.")
            && !className.equals(Names.TENANTS)
            && !className.equals(Names.TENANT_LIFE);
  }

  private List<Suspect> closed(
      String className, Suspicion suspicion, Function<HeapObject, String> name) {
    return patient.all(className).stream()
        .filter(patient::isClosed)
        .map(object -> new Suspect(suspicion, object, name.apply(object)))
        .toList();
  }

  /** Whether they pile up there is seen when they are taken together. */
  private List<Suspect> collectedDataSources() {
    return patient.open(Names.DATA_SOURCE).stream()
        .filter(source -> !holders.content(source).equals(source) || !holders.isHeld(source))
        .map(source ->
            new Suspect(Suspicion.FORGOTTEN_DATA_SOURCE, source, patient.dataSourceId(source)))
        .toList();
  }

  /** Open models of which neither a tenant nor a data source knows. */
  private List<Suspect> unclosableModels() {
    Set<HeapObject> owned =
        Stream.of(
                fields(Names.TENANT_LIFE, Names.LIFE_UNFOLDED)
                    .flatMap(unfolded -> unfolded.to(Names.UNFOLDED_SPACE).stream()),
                fields(Names.DATA_SOURCE, Names.SOURCE_SPACE),
                fields(Names.CATALOGUE, Names.CATALOGUE_SPACE))
            .flatMap(Function.identity())
            .collect(Collectors.toSet());
    return patient.all(Names.MODEL_SPACE).stream()
        .filter(space -> patient.isLettingIn(space) && !owned.contains(space))
        .map(space -> new Suspect(Suspicion.UNCLOSABLE_MODELS, space, patient.owner(space)))
        .toList();
  }

  /** What all objects of a class have in a field, whether they can be reached or not. */
  private Stream<HeapObject> fields(String className, FieldName field) {
    return patient.heap().objectsOf(className).flatMap(object -> object.to(field).stream());
  }

  private String leased(HeapObject lease) {
    return lease.to(Names.LEASE_ENTRY).map(patient::kind).orElse("?");
  }

  /** Where more leases are counted than there are, whether these can be reached or not. */
  private List<Suspect> lostLeases() {
    var lost = new ArrayList<Suspect>();
    for (HeapObject entry : patient.all(Names.ENTRY)) {
      long open = patient.on(entry).stream().filter(lease -> !patient.isClosed(lease)).count();
      long missing = entry.value(Names.ENTRY_COUNT).orElse(0) - open;
      if (missing > 0 && !patient.heap().isAtHand(entry)) {
        lost.add(new Suspect(Suspicion.LOST_LEASE, entry, patient.kind(entry), missing));
      }
    }
    return lost;
  }

  /** Whether they pile up is seen when they are taken together. */
  private List<Suspect> unusedDefinitions() {
    var users = new ArrayList<HeapObject>(patient.all(Names.BOUND_MODEL));
    users.addAll(patient.all(Names.MODEL_SPACE));
    users.addAll(patient.all(Names.BLUEPRINT));
    users.addAll(patient.all(Names.TENANTS));
    // Rows in memory, too, and what each tenant has of its own.
    Part used = patient.heap().allLedTo(users, Suspects::isOfJongleur);
    return patient.all(Names.DEFINITION).stream()
        .filter(definition -> !used.has(definition))
        .map(it -> new Suspect(Suspicion.PILED_UP_DEFINITIONS, it, patient.definitionName(it)))
        .toList();
  }

  private static boolean isOfJongleur(String className) {
    return Ownership.isCollection(className) || Ownership.isJongleur(className);
  }

  private List<Suspect> manyObservers() {
    return patient.all(Names.OBSERVERS).stream()
        .filter(observers -> patient.observers(observers) > MANY_OBSERVERS)
        .map(it -> new Suspect(Suspicion.MANY_OBSERVERS, it, observed(it)))
        .toList();
  }

  private String observed(HeapObject observers) {
    String owner =
        patient.all(Names.TENANT_LIFE).stream()
            .filter(life -> isBehind(life.to(Names.LIFE_OBSERVERS), observers))
            .map(patient::tenant)
            .findFirst()
            .orElse("a data source");
    return owner + " (" + patient.observers(observers) + ")";
  }

  private boolean isBehind(Optional<HeapObject> map, HeapObject observers) {
    return patient.heap().ledTo(map.stream().toList(), Ownership::isCollection).contains(observers);
  }

  /** Those of neither a tenant nor a data source. */
  private List<Suspect> endedObservers() {
    Stream<HeapObject> owners =
        Stream.of(
                fields(Names.TENANT_LIFE, Names.LIFE_OBSERVERS),
                fields(Names.AUDIENCE, Names.AUDIENCE_OWN),
                fields(Names.AUDIENCE, Names.AUDIENCE_COMMON))
            .flatMap(each -> each);
    Part owned = patient.heap().allLedTo(owners.toList(), Ownership::isCollection);
    return patient.all(Names.OBSERVERS).stream()
        .filter(observers -> !owned.has(observers))
        .map(it -> new Suspect(Suspicion.ENDED_OBSERVERS, it, ""))
        .toList();
  }
}
