package dev.jongleur.cli.doctor.heap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a dump by number, and where an instance of each has its fields. The arrays of
 * primitives, which the dump has no class for, come last.
 */
final class ClassTable {
  /** Fields that know an object without keeping it. */
  private static final Set<String> WEAK =
      Set.of(
          "java.lang.ref.WeakReference",
          "java.lang.ref.PhantomReference",
          "java.lang.ref.FinalReference");

  private static final FieldName REFERENT = new FieldName("java.lang.ref.Reference", "referent");

  private final List<HeapClass> classes;
  private final Map<Long, Integer> byId = new HashMap<>();
  private final Set<FieldName> ignored;
  private final List<List<Place>> places = new ArrayList<>();
  private final List<int[]> references = new ArrayList<>();
  private final int[] primitiveBytes;
  private final int[] referenceCounts;
  private final int idBytes;

  /** A field of an instance: its type, and where it is behind the beginning of the values. */
  record Place(FieldName field, int type, int offset, int width) {
    boolean isReference() {
      return type == HeapClass.REFERENCE;
    }
  }

  /**
   * @param ignored fields that know an object without keeping it, beside those of weak references
   */
  ClassTable(Collection<HeapClass> classes, int idBytes, Collection<FieldName> ignored) {
    this.classes = List.copyOf(classes);
    this.idBytes = idBytes;
    this.ignored = Set.copyOf(ignored);
    for (int i = 0; i < this.classes.size(); i++) {
      byId.put(this.classes.get(i).id(), i);
    }
    for (HeapClass each : this.classes) {
      List<Place> all = placesOf(each);
      places.add(all);
      references.add(keptBy(each, all));
    }
    this.primitiveBytes = places.stream().mapToInt(ClassTable::primitiveBytes).toArray();
    this.referenceCounts =
        places.stream()
            .mapToInt(all -> (int) all.stream().filter(Place::isReference).count())
            .toArray();
  }

  int size() {
    return classes.size();
  }

  /** How many there are, with the arrays of primitives. */
  int count() {
    return classes.size() + Primitive.values().length;
  }

  HeapClass get(int number) {
    return classes.get(number);
  }

  /** The number of a class, or that of no class when the dump does not have it. */
  int number(long id) {
    return byId.getOrDefault(id, -1);
  }

  int number(Primitive element) {
    return classes.size() + element.place();
  }

  String name(int number) {
    if (number < 0) {
      return "?";
    }
    return number < classes.size() ? classes.get(number).name() : element(number).arrayName();
  }

  /** The numbers of the classes of a name: there is one for each class loader. */
  int[] named(String name) {
    return IntStream.range(0, classes.size())
        .filter(number -> classes.get(number).name().equals(name))
        .toArray();
  }

  boolean isPrimitiveArray(int number) {
    return number >= classes.size();
  }

  boolean isObjectArray(int number) {
    return number >= 0 && number < classes.size() && classes.get(number).isArray();
  }

  Primitive element(int number) {
    return Primitive.at(number - classes.size());
  }

  /** All fields of an instance, its own class's first. */
  List<Place> places(int number) {
    return number < 0 || isPrimitiveArray(number) ? List.of() : places.get(number);
  }

  Optional<Place> place(int number, FieldName field) {
    return places(number).stream().filter(place -> place.field().equals(field)).findFirst();
  }

  /** Where the references are by which an instance keeps others. */
  int[] references(int number) {
    return number < 0 ? new int[0] : references.get(number);
  }

  private List<Place> placesOf(HeapClass heapClass) {
    var all = new ArrayList<Place>();
    int offset = 0;
    for (HeapClass each = heapClass; each != null; each = superclass(each)) {
      for (HeapClass.Field field : each.fields()) {
        int width = width(field.type());
        var name = new FieldName(each.name(), field.name());
        all.add(new Place(name, field.type(), offset, width));
        offset += width;
      }
    }
    return List.copyOf(all);
  }

  private int width(int type) {
    return type == HeapClass.REFERENCE ? idBytes : Primitive.of(type).bytes();
  }

  private @Nullable HeapClass superclass(HeapClass heapClass) {
    Integer number = byId.get(heapClass.superId());
    return number == null ? null : classes.get(number);
  }

  private int[] keptBy(HeapClass heapClass, List<Place> all) {
    boolean weak = isWeak(heapClass);
    return all.stream()
        .filter(Place::isReference)
        .filter(place -> !ignored.contains(place.field()))
        .filter(place -> !weak || !place.field().equals(REFERENT))
        .mapToInt(Place::offset)
        .toArray();
  }

  private boolean isWeak(HeapClass heapClass) {
    for (HeapClass each = heapClass; each != null; each = superclass(each)) {
      if (WEAK.contains(each.name())) {
        return true;
      }
    }
    return false;
  }

  /** How many bytes the fields of an instance have that are no references. */
  int primitiveBytes(int number) {
    return number < 0 ? 0 : primitiveBytes[number];
  }

  /** How many of an instance's fields are references. */
  int referenceCount(int number) {
    return number < 0 ? 0 : referenceCounts[number];
  }

  private static int primitiveBytes(List<Place> all) {
    return all.stream().filter(place -> !place.isReference()).mapToInt(Place::width).sum();
  }
}
