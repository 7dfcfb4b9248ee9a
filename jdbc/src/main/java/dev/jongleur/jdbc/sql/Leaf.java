package dev.jongleur.jdbc.sql;

import dev.jongleur.definition.ListType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Numbers;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.sql.Test.Compares;
import dev.jongleur.jdbc.sql.Test.IsNull;
import dev.jongleur.jdbc.sql.Test.Like;
import dev.jongleur.jdbc.sql.Test.NotNull;
import dev.jongleur.jdbc.sql.Test.OneOf;
import dev.jongleur.jdbc.sql.Test.Sign;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.Storage;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where.Comparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates one comparison of a column, exactly or not at all. */
final class Leaf {
  private static final Optional<Test> NO = Optional.empty();

  private final Dialect dialect;
  private final Table table;
  private final List<Bound> values;

  Leaf(Dialect dialect, Table table, List<Bound> values) {
    this.dialect = dialect;
    this.table = table;
    this.values = values;
  }

  Optional<Test> test(int place, Comparison comparison, boolean negated) {
    Object operand = comparison.operand();
    if (comparison.operator() == Operator.EXISTS) {
      return exists(place, Boolean.TRUE.equals(operand));
    }
    if (mayHoldLists(table.column(place).type())) {
      return NO;
    }
    return switch (comparison.operator()) {
      case EQ -> same(place, operand).map(test -> known(place, test, negated));
      case NEQ -> different(place, operand);
      case GT -> ordered(place, Sign.GREATER, operand, negated);
      case GTE -> ordered(place, Sign.AT_LEAST, operand, negated);
      case LT -> ordered(place, Sign.LESS, operand, negated);
      case LTE -> ordered(place, Sign.AT_MOST, operand, negated);
      case BETWEEN -> between(place, (List<?>) Objects.requireNonNull(operand), negated);
      case INQ -> oneOf(place, (List<?>) Objects.requireNonNull(operand), negated);
      case NIN -> noneOf(place, (List<?>) Objects.requireNonNull(operand));
      case LIKE -> like(place, operand).map(test -> known(place, test, negated));
      case NLIKE -> notLike(place, operand);
      case ILIKE, NILIKE, REGEXP, NEAR, EXTENDED -> NO;
      case EXISTS, CONTAINS, CONTAINS_ALL, CONTAINS_ANY, ELEM_MATCH -> NO;
    };
  }

  /** The text of a JSON null is a value to SQL. */
  private Optional<Test> exists(int place, boolean wanted) {
    boolean unclear = table.column(place).storage() == Storage.JSON;
    return unclear ? NO : Optional.of(wanted ? new NotNull(place) : new IsNull(place));
  }

  /** A condition on a list looks at its elements, also for null. */
  private static boolean mayHoldLists(PropertyType type) {
    return type instanceof ListType
        || type == ScalarType.OBJECT
        || type == ScalarType.ANY
        || type == ScalarType.JSON;
  }

  /** Under a not, unknown must be false. */
  private static Test known(int place, Test test, boolean negated) {
    boolean isNullable = !(test instanceof IsNull) && !test.isNever();
    return negated && isNullable ? Test.all(new NotNull(place), test) : test;
  }

  private static Test orNull(int place, Test test) {
    return test.isAlways() ? test : Test.any(test, new IsNull(place));
  }

  private Optional<Test> same(int place, @Nullable Object operand) {
    if (operand == null) {
      return Optional.of(new IsNull(place));
    }
    return switch (Comparand.forSameness(table.column(place), operand)) {
      case Comparand.Value(var value) -> Optional.of(compares(place, Sign.EQUAL, value));
      case Comparand.Foreign foreign -> Optional.of(Test.never());
      case Comparand.Unclear unclear -> NO;
    };
  }

  private Optional<Test> different(int place, @Nullable Object operand) {
    if (operand == null) {
      return Optional.of(new NotNull(place));
    }
    return switch (Comparand.forSameness(table.column(place), operand)) {
      case Comparand.Value(var value) ->
          Optional.of(orNull(place, compares(place, Sign.DIFFERENT, value)));
      case Comparand.Foreign foreign -> Optional.of(Test.always());
      case Comparand.Unclear unclear -> NO;
    };
  }

  private Optional<Test> ordered(int place, Sign sign, @Nullable Object operand, boolean negated) {
    if (operand == null) {
      return Optional.of(Test.never());
    }
    Column column = table.column(place);
    return switch (Comparand.forOrder(column, operand, dialect.ordersTextByCodeUnits())) {
      case Comparand.Value(Number number) when column.storage() == Storage.WHOLE ->
          whole(place, sign, number).map(test -> known(place, test, negated));
      case Comparand.Value(BigDecimal number) when column.storage() == Storage.EXACT ->
          exact(place, sign, number).map(test -> known(place, test, negated));
      case Comparand.Value(BigDecimal number) when column.storage() == Storage.DECIMAL ->
          Optional.of(known(place, compares(place, sign, number), negated));
      case Comparand.Value(Number number) ->
          Optional.of(known(place, number(place, sign, number.doubleValue() + 0.0), negated));
      case Comparand.Value(var value) ->
          Optional.of(known(place, compares(place, sign, value), negated));
      case Comparand.Foreign foreign -> Optional.of(Test.never());
      case Comparand.Unclear unclear -> NO;
    };
  }

  /** In SQL a stored NaN is greater than all numbers; in Jongleur it has no order. */
  private Test number(int place, Sign sign, double number) {
    Test test = compares(place, sign, number);
    boolean mayBeNaN = sign == Sign.GREATER || sign == Sign.AT_LEAST;
    return mayBeNaN
        ? Test.all(test, compares(place, Sign.AT_MOST, Double.POSITIVE_INFINITY))
        : test;
  }

  /** A bound between whole numbers becomes the next one within. */
  private Optional<Test> whole(int place, Sign sign, Number number) {
    double bound = number.doubleValue();
    if (Math.abs(bound) >= 0x1p53) {
      return NO;
    }
    if (bound == Math.rint(bound)) {
      return Optional.of(within(place, sign, (long) bound));
    }
    boolean up = sign == Sign.GREATER || sign == Sign.AT_LEAST;
    long next = (long) (up ? Math.ceil(bound) : Math.floor(bound));
    return Optional.of(within(place, up ? Sign.AT_LEAST : Sign.AT_MOST, next));
  }

  /** The same, for numbers of 64 bits. */
  private Optional<Test> exact(int place, Sign sign, BigDecimal number) {
    boolean up = sign == Sign.GREATER || sign == Sign.AT_LEAST;
    BigDecimal next = number.setScale(0, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
    if (!(Numbers.operand(next) instanceof Long bound)) {
      return NO;
    }
    boolean isBetween = next.compareTo(number) != 0;
    Sign beyond = isBetween ? up ? Sign.AT_LEAST : Sign.AT_MOST : sign;
    return Optional.of(within(place, beyond, bound));
  }

  /** A bound beyond what the column can hold has all its values on one side. */
  private Test within(int place, Sign sign, long bound) {
    if (table.column(place).takes(bound)) {
      return compares(place, sign, bound);
    }
    boolean below = sign == Sign.LESS || sign == Sign.AT_MOST;
    return below == bound > 0 ? new NotNull(place) : Test.never();
  }

  private Optional<Test> between(int place, List<?> ends, boolean negated) {
    Optional<Test> low = ordered(place, Sign.AT_LEAST, ends.get(0), negated);
    Optional<Test> high = ordered(place, Sign.AT_MOST, ends.get(1), negated);
    return low.isEmpty() || high.isEmpty() ? NO : Optional.of(Test.all(low.get(), high.get()));
  }

  private Optional<Test> oneOf(int place, List<?> operands, boolean negated) {
    boolean withNull = operands.stream().anyMatch(Objects::isNull);
    return listed(place, operands, false)
        .map(test -> withNull ? orNull(place, test) : known(place, test, negated));
  }

  private Optional<Test> noneOf(int place, List<?> operands) {
    boolean withNull = operands.stream().anyMatch(Objects::isNull);
    return listed(place, operands, true)
        .map(test -> withNull ? Test.all(new NotNull(place), test) : orNull(place, test));
  }

  /** The values of a list that are not null; foreign ones are in no row. */
  private Optional<Test> listed(int place, List<?> operands, boolean negated) {
    Column column = table.column(place);
    var found = new ArrayList<Bound>();
    for (Object operand : operands) {
      Comparand comparand =
          operand == null ? new Comparand.Foreign() : Comparand.forSameness(column, operand);
      switch (comparand) {
        case Comparand.Value(var value) -> found.add(Bound.of(column, value));
        case Comparand.Foreign foreign -> {}
        case Comparand.Unclear unclear -> {
          return NO;
        }
      }
    }
    return found.size() > dialect.longestList() ? NO : Optional.of(padded(place, found, negated));
  }

  /** Filled up to a power of two with the last value, so that few texts serve all lengths. */
  private Test padded(int place, List<Bound> found, boolean negated) {
    if (found.isEmpty()) {
      return negated ? Test.always() : Test.never();
    }
    int size = Integer.highestOneBit(Math.max(1, found.size() * 2 - 1));
    while (found.size() < size) {
      found.add(found.getLast());
    }
    values.addAll(found);
    return new OneOf(place, size, negated);
  }

  private Optional<Test> like(int place, @Nullable Object pattern) {
    if (!isText(place)) {
      return Optional.of(Test.never());
    }
    return bindPattern(place, pattern).map(bound -> new Like(place, false));
  }

  private Optional<Test> notLike(int place, @Nullable Object pattern) {
    if (!isText(place)) {
      return Optional.of(Test.always());
    }
    return bindPattern(place, pattern).map(bound -> orNull(place, new Like(place, true)));
  }

  private boolean isText(int place) {
    return table.column(place).storage() == Storage.TEXT;
  }

  private Optional<Bound> bindPattern(int place, @Nullable Object pattern) {
    if (!table.column(place).exact() || !(pattern instanceof String text)) {
      return Optional.empty();
    }
    Optional<Bound> bound = Patterns.inSql(text).map(Bound::text);
    bound.ifPresent(values::add);
    return bound;
  }

  private Test compares(int place, Sign sign, Object value) {
    values.add(Bound.of(table.column(place), value));
    return new Compares(place, sign);
  }
}
