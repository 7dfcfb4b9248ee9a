package dev.jongleur.memory.log.record;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Shape;
import java.util.List;

/**
 * How the values of some rows lie: the names of their slots, and the digest of the shape they were
 * stored under. Immutable.
 */
record RowShape(String digest, List<String> names) {
  RowShape {
    names = List.copyOf(names);
  }

  static RowShape of(Shape shape) {
    return new RowShape(
        shape.digest(), shape.properties().stream().map(property -> property.name()).toList());
  }

  boolean isOf(ModelDefinition model) {
    return digest.equals(model.shape().digest());
  }

  void write(ValueWriter out, Sink sink) {
    out.text(digest);
    sink.putCount(names.size());
    names.forEach(out::text);
  }

  static RowShape read(ValueReader in, Source source) {
    String digest = in.text();
    String[] names = new String[source.takeSize(2)];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.text();
    }
    return new RowShape(digest, List.of(names));
  }
}
