package dev.jongleur.cli.doctor.heap;

import dev.jongleur.cli.frame.CommandFailure;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shark.HprofHeader;

/** A dump that was read: its objects, who keeps whom, and how much each retains. */
public final class Heap implements AutoCloseable {
  private static final FieldName STRING_VALUE = new FieldName("java.lang.String", "value");
  private static final FieldName STRING_CODER = new FieldName("java.lang.String", "coder");

  private final DumpBytes bytes;
  private final ClassTable classes;
  private final ObjectTable objects;
  private final Edges edges;
  private final Roots roots;
  private final Reached reached;
  private final long[] retained;
  private final Map<Integer, Map<FieldName, Optional<ClassTable.Place>>> places = new HashMap<>();

  private Heap(DumpBytes bytes, Records records, Collection<FieldName> ignored) {
    this.bytes = bytes;
    this.classes = new ClassTable(records.classes(), bytes.idBytes(), ignored);
    this.objects = new ObjectTable(classes, bytes, records);
    this.edges = Edges.of(objects.size(), objects::forEachKept);
    this.roots = Roots.of(records, objects, classes);
    this.reached = Reached.of(edges, roots.keeping(), roots.inUse());
    this.retained = Dominators.retained(objects::size, edges, roots.all());
  }

  /**
   * Reads a dump whole.
   *
   * @param ignored fields that know an object without keeping it, beside those of weak references
   * @throws CommandFailure when it is none, or not whole
   */
  public static Heap read(Path file, Collection<FieldName> ignored) {
    try {
      HprofHeader header = DumpHeader.of(file);
      return read(file, header, Records.of(file, header), ignored);
    } catch (EOFException e) {
      throw new CommandFailure("The heap dump " + file + " is not whole: it ends too early.", e);
    } catch (IOException e) {
      throw new CommandFailure("The heap dump " + file + " cannot be read: " + e.getMessage(), e);
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new CommandFailure("The heap dump " + file + " is damaged.", e);
    }
  }

  private static Heap read(
      Path file, HprofHeader header, Records records, Collection<FieldName> ignored)
      throws IOException {
    DumpBytes bytes = DumpBytes.map(file, header.getIdentifierByteSize());
    try {
      return new Heap(bytes, records, ignored);
    } catch (RuntimeException | Error e) {
      bytes.close();
      throw e;
    }
  }

  public int size() {
    return reached.count();
  }

  /** What all objects take that can be reached. */
  public long bytes() {
    return IntStream.range(0, reached.count()).mapToLong(i -> objects.size(reached.at(i))).sum();
  }

  Layout layout() {
    return objects.layout();
  }

  /** The objects of a class, of subclasses not. */
  public Stream<HeapObject> objectsOf(String className) {
    var wanted = new BitSet();
    IntStream.of(classes.named(className)).forEach(wanted::set);
    if (wanted.isEmpty()) {
      return Stream.empty();
    }
    return IntStream.range(0, objects.size())
        .filter(
            i -> !objects.isClass(i) && objects.classOf(i) >= 0 && wanted.get(objects.classOf(i)))
        .mapToObj(i -> new HeapObject(this, i));
  }

  public boolean hasClass(String name) {
    return classes.named(name).length > 0;
  }

  String className(int object) {
    return classes.name(objects.classOf(object));
  }

  Optional<HeapObject> reference(int object, FieldName field) {
    return place(object, field)
        .map(place -> objects.number(bytes.id(at(object, place))))
        .filter(target -> target >= 0)
        .map(target -> new HeapObject(this, target));
  }

  OptionalLong value(int object, FieldName field) {
    return place(object, field).stream()
        .mapToLong(place -> bytes.number(at(object, place), place.width()))
        .findFirst();
  }

  private long at(int object, ClassTable.Place place) {
    return bytes.values(objects.record(object)) + place.offset();
  }

  private Optional<ClassTable.Place> place(int object, FieldName field) {
    if (objects.isClass(object)) {
      return Optional.empty();
    }
    int type = objects.classOf(object);
    return places
        .computeIfAbsent(type, _ -> new HashMap<>())
        .computeIfAbsent(field, _ -> classes.place(type, field));
  }

  String text(int object) {
    byte[] value =
        reference(object, STRING_VALUE)
            .map(array -> bytes.byteArray(objects.record(array.number())))
            .orElse(new byte[0]);
    boolean isLatin = value(object, STRING_CODER).orElse(0) == 0;
    return new String(value, isLatin ? StandardCharsets.ISO_8859_1 : wide());
  }

  /** The JVM keeps them as its machine does, and the doctor is on the same. */
  private static Charset wide() {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_16BE;
  }

  /** Whether a running method has an object at hand itself. */
  public boolean isAtHand(HeapObject object) {
    return roots.isInUse(object.number());
  }

  boolean isReachable(int object) {
    return reached.isReached(object);
  }

  long retained(int object) {
    return retained[object];
  }

  /** What could be reached without some objects: the others are retained by these. */
  public Part without(Collection<HeapObject> some) {
    var avoided = new BitSet(objects.size());
    some.forEach(object -> avoided.set(object.number()));
    return new Part(this, Reached.around(edges, roots.all(), avoided::get));
  }

  long size(int object) {
    return objects.size(object);
  }

  /** Those whose shortest way does not lead through another of them. */
  public List<HeapObject> outermost(Collection<HeapObject> some) {
    var marked = new BitSet(objects.size());
    some.forEach(object -> marked.set(object.number()));
    BitSet inside = reached.behind(marked);
    return some.stream().filter(object -> !inside.get(object.number())).toList();
  }

  /**
   * What a few objects lead to.
   *
   * @param through of which classes objects are followed further; the others are told and left
   */
  public Set<HeapObject> ledTo(Collection<HeapObject> starts, Predicate<String> through) {
    var found = new LinkedHashSet<HeapObject>();
    var waiting = new ArrayDeque<>(starts);
    while (!waiting.isEmpty()) {
      edges.forEach(
          waiting.pop().number(),
          target -> {
            var each = new HeapObject(this, target);
            if (!objects.isClass(target) && found.add(each) && through.test(each.className())) {
              waiting.push(each);
            }
          });
    }
    return found;
  }

  /** As {@link #ledTo}, for objects that may be very many, and may lead to very many. */
  public Part allLedTo(Collection<HeapObject> starts, Predicate<String> through) {
    var isFollowed = new BitSet();
    IntStream.range(0, classes.count())
        .filter(number -> through.test(classes.name(number)))
        .forEach(isFollowed::set);
    int[] first = starts.stream().mapToInt(HeapObject::number).toArray();
    return new Part(this, Reached.behind(edges, first, object -> isFollowed(object, isFollowed)));
  }

  private boolean isFollowed(int object, BitSet classNumbers) {
    int number = objects.classOf(object);
    return !objects.isClass(object) && number >= 0 && classNumbers.get(number);
  }

  /** Who holds what, with some classes being the application's. */
  public Holders holders(Predicate<String> application) {
    return Holders.of(this, application);
  }

  Reached reached() {
    return reached;
  }

  Roots roots() {
    return roots;
  }

  boolean isClass(int object) {
    return objects.isClass(object);
  }

  /** By which field or place one object keeps another. */
  Step step(int keeper, int kept) {
    if (objects.isClass(keeper)) {
      return staticField(keeper, kept);
    }
    return classes.isObjectArray(objects.classOf(keeper))
        ? element(keeper, kept)
        : field(keeper, kept);
  }

  private Step element(int keeper, int kept) {
    long record = objects.record(keeper);
    long values = bytes.values(record);
    return IntStream.range(0, bytes.arrayLength(record))
        .filter(i -> objects.number(bytes.id(values + (long) i * bytes.idBytes())) == kept)
        .mapToObj(i -> new Step(className(keeper), "[" + i + "]", false))
        .findFirst()
        .orElseThrow();
  }

  private Step field(int keeper, int kept) {
    return classes.places(objects.classOf(keeper)).stream()
        .filter(ClassTable.Place::isReference)
        .filter(place -> objects.number(bytes.id(at(keeper, place))) == kept)
        .map(place -> new Step(place.field().declaredIn(), place.field().name(), false))
        .findFirst()
        .orElseThrow();
  }

  private Step staticField(int keeper, int kept) {
    HeapClass own = classes.get(objects.classOf(keeper));
    String field =
        own.statics().stream()
            .filter(each -> objects.number(each.target()) == kept)
            .map(HeapClass.Static::name)
            .findFirst()
            .orElse("<class loader>");
    return new Step(own.name(), field, true);
  }

  @Override
  public void close() {
    bytes.close();
  }
}
