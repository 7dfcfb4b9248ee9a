package dev.jongleur.query;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import dev.jongleur.query.Where.Nor;
import dev.jongleur.query.Where.Or;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A where for the entities of one definition: the usual conditions on properties of plain types
 * look into their slot and compare by type. They mean what {@link Matcher} says, and everything
 * else is left to it.
 */
final class BySlot {
  private static final long EXACT = 1L << 53;

  private final Shape shape;

  private BySlot(Shape shape) {
    this.shape = shape;
  }

  static Predicate<Entity> of(Where where, ModelDefinition model) {
    return new BySlot(model.shape()).compiled(where);
  }

  private Predicate<Entity> compiled(Where where) {
    return switch (where) {
      case And(var parts) -> all(parts);
      case Or(var parts) -> any(parts);
      case Nor(var parts) -> any(parts).negate();
      case Comparison comparison ->
          typed(comparison).orElseGet(() -> Matcher.of((Where) comparison));
    };
  }

  private Predicate<Entity> all(List<Where> parts) {
    List<Predicate<Entity>> tests = parts.stream().map(this::compiled).toList();
    if (tests.size() == 2) {
      return tests.get(0).and(tests.get(1));
    }
    return row -> {
      for (Predicate<Entity> test : tests) {
        if (!test.test(row)) {
          return false;
        }
      }
      return true;
    };
  }

  private Predicate<Entity> any(List<Where> parts) {
    List<Predicate<Entity>> tests = parts.stream().map(this::compiled).toList();
    return row -> {
      for (Predicate<Entity> test : tests) {
        if (test.test(row)) {
          return true;
        }
      }
      return false;
    };
  }

  private Optional<Predicate<Entity>> typed(Comparison comparison) {
    int slot = shape.slot(comparison.path());
    if (slot < 0 || !isPlain(shape.property(slot).type())) {
      return Optional.empty();
    }
    return switch (comparison.operator()) {
      case EQ -> same(slot, comparison.operand());
      case NEQ -> same(slot, comparison.operand()).map(Predicate::negate);
      case INQ -> oneOf(slot, comparison.operand());
      case NIN -> oneOf(slot, comparison.operand()).map(Predicate::negate);
      case GT, GTE, LT, LTE -> ordered(slot, comparison.operator(), comparison.operand());
      default -> Optional.empty();
    };
  }

  /** Types whose slots hold one kind of value, or none; no lists. */
  private static boolean isPlain(PropertyType type) {
    return type == ScalarType.STRING
        || type == ScalarType.NUMBER
        || type == ScalarType.INTEGER
        || type == ScalarType.BOOLEAN
        || type == ScalarType.DATE;
  }

  /** Whether values of the type and the operand lose nothing as doubles. */
  private static boolean isDouble(PropertyType type, Number operand) {
    return (type == ScalarType.NUMBER || type == ScalarType.INTEGER)
        && (operand instanceof Double || operand instanceof Long whole && Math.abs(whole) <= EXACT);
  }

  private Optional<Predicate<Entity>> same(int slot, @Nullable Object operand) {
    PropertyType type = shape.property(slot).type();
    return switch (operand) {
      case null -> Optional.of(row -> isNothing(row.slot(slot)));
      case Number number when isDouble(type, number) -> {
        double wanted = number.doubleValue();
        yield Optional.of(numbers(slot, value -> value == wanted));
      }
      case String text when type == ScalarType.STRING ->
          Optional.of(row -> text.equals(row.slot(slot)));
      case Boolean flag when type == ScalarType.BOOLEAN ->
          Optional.of(row -> flag.equals(row.slot(slot)));
      case Instant at when type == ScalarType.DATE -> Optional.of(row -> at.equals(row.slot(slot)));
      default -> Optional.empty();
    };
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || value == Nothing.NULL;
  }

  private static Predicate<Entity> numbers(int slot, DoublePredicate test) {
    return row -> {
      Object value = row.slot(slot);
      return value instanceof Long whole
          ? test.test(whole)
          : value instanceof Number number && test.test(number.doubleValue());
    };
  }

  /** Text only: a set finds it as quickly as one value. */
  private Optional<Predicate<Entity>> oneOf(int slot, @Nullable Object operand) {
    if (shape.property(slot).type() != ScalarType.STRING
        || !(operand instanceof List<?> list)
        || !list.stream().allMatch(String.class::isInstance)) {
      return Optional.empty();
    }
    Set<Object> wanted = new HashSet<>(list);
    return Optional.of(row -> {
      Object value = row.slot(slot);
      return value != null && wanted.contains(value);
    });
  }

  private Optional<Predicate<Entity>> ordered(
      int slot, Operator operator, @Nullable Object operand) {
    PropertyType type = shape.property(slot).type();
    return switch (operand) {
      case Number number when isDouble(type, number) ->
          Optional.of(numbers(slot, than(operator, number.doubleValue())));
      case String text when type == ScalarType.STRING -> {
        IntPredicate fits = than(operator);
        yield Optional.of(
            row -> row.slot(slot) instanceof String value && fits.test(value.compareTo(text)));
      }
      case Instant at when type == ScalarType.DATE -> {
        IntPredicate fits = than(operator);
        yield Optional.of(
            row -> row.slot(slot) instanceof Instant value && fits.test(value.compareTo(at)));
      }
      case null, default -> Optional.empty();
    };
  }

  /** NaN is neither more nor less than anything. */
  private static DoublePredicate than(Operator operator, double bound) {
    return switch (operator) {
      case GT -> value -> value > bound;
      case GTE -> value -> value >= bound;
      case LT -> value -> value < bound;
      default -> value -> value <= bound;
    };
  }

  private static IntPredicate than(Operator operator) {
    return switch (operator) {
      case GT -> order -> order > 0;
      case GTE -> order -> order >= 0;
      case LT -> order -> order < 0;
      default -> order -> order <= 0;
    };
  }
}
