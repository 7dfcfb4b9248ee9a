package dev.jongleur.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A condition on rows: a closed family of immutable trees. */
public sealed interface Where {
  /** Within {@code elemMatch}: the path of the element itself. */
  String ELEMENT = "";

  /** Holds for every row. */
  static Where all() {
    return new And(List.of());
  }

  /** Holds for no row. */
  static Where none() {
    return new Or(List.of());
  }

  /** Every part holds; without parts: always. */
  record And(List<Where> parts) implements Where {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds; without parts: never. */
  record Or(List<Where> parts) implements Where {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** No part holds. */
  record Nor(List<Where> parts) implements Where {
    public Nor {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What is at a path compares with an operand. The operand is a value, a list of values for {@code
   * BETWEEN}, {@code INQ}, {@code NIN}, {@code CONTAINS_ALL} and {@code CONTAINS_ANY}, a {@link
   * Regexp} for {@code REGEXP}, a {@link Near} for {@code NEAR}, a boolean for {@code EXISTS}, a
   * {@link Where} on the elements for {@code ELEM_MATCH}, or {@link
   * dev.jongleur.entity.Nothing#UNDEFINED}.
   */
  record Comparison(String path, Operator operator, @Nullable Object operand) implements Where {
    /** Whether it compares an element of a list itself, not what is at a path of it. */
    public boolean isOfElement() {
      return path.equals(ELEMENT);
    }

    /** What an element has to meet, where that is what it says. */
    public Optional<Where> within() {
      return operand instanceof Where where ? Optional.of(where) : Optional.empty();
    }

    public Comparison withOperand(@Nullable Object other) {
      return new Comparison(path, operator, other);
    }

    /** The property that the path starts with. */
    public String property() {
      int dot = path.indexOf('.');
      return dot < 0 ? path : path.substring(0, dot);
    }

    public boolean isNested() {
      return path.indexOf('.') >= 0;
    }
  }

  static Where and(Where... parts) {
    var flat = new ArrayList<Where>();
    for (Where part : parts) {
      if (part instanceof And(List<Where> inner)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new And(flat);
  }

  static Where or(Where... parts) {
    return new Or(List.of(parts));
  }

  static Where nor(Where... parts) {
    return new Nor(List.of(parts));
  }

  static Where eq(String path, @Nullable Object value) {
    return new Comparison(path, Operator.EQ, value);
  }

  static Where inq(String path, List<? extends @Nullable Object> values) {
    return new Comparison(path, Operator.INQ, values);
  }

  /** Of a list of values: it has them all. */
  static Where contains(String path, @Nullable Object value) {
    return new Comparison(
        path, value instanceof List ? Operator.CONTAINS_ALL : Operator.CONTAINS, value);
  }

  /** One element of the list at a path meets a condition, whose paths begin at the element. */
  static Where elemMatch(String path, Where element) {
    return new Comparison(path, Operator.ELEM_MATCH, element);
  }

  default boolean isAll() {
    return this instanceof And(List<Where> parts) && parts.isEmpty();
  }

  /** The same tree with each comparison replaced; what is within one is left to who replaces it. */
  default Where map(UnaryOperator<Where> replace) {
    return switch (this) {
      case And(var parts) -> new And(parts.stream().map(part -> part.map(replace)).toList());
      case Or(var parts) -> new Or(parts.stream().map(part -> part.map(replace)).toList());
      case Nor(var parts) -> new Nor(parts.stream().map(part -> part.map(replace)).toList());
      case Comparison comparison -> replace.apply(comparison);
    };
  }

  /** All comparisons in the tree, without those within one. */
  default List<Comparison> comparisons() {
    var found = new ArrayList<Comparison>();
    var _ =
        map(part -> {
          found.add((Comparison) part);
          return part;
        });
    return found;
  }
}
