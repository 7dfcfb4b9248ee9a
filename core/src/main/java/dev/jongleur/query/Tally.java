package dev.jongleur.query;

import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Values;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Works out one measure of one group, value by value, in constant memory. For one thread. */
sealed interface Tally {
  /** Takes the next value that is not null. */
  void add(Object value);

  /** What it has come to; null of no value, but for a count. */
  @Nullable Object result();

  /** What a sum is of. */
  enum Kind {
    /** Doubles, or anything. */
    REAL,
    /** Whole numbers with all their digits. */
    WHOLE,
    /** Decimals with all their digits. */
    DECIMAL
  }

  static Tally of(Measure.Function function, Kind kind) {
    return switch (function) {
      case COUNT -> new Count();
      case SUM -> kind == Kind.REAL ? new RealSum(false) : new ExactSum(false, kind);
      case AVG -> kind == Kind.REAL ? new RealSum(true) : new ExactSum(true, kind);
      case MIN -> new Extreme(-1);
      case MAX -> new Extreme(1);
    };
  }

  /** How many. */
  final class Count implements Tally {
    private long count;

    @Override
    public void add(Object value) {
      count++;
    }

    @Override
    public Object result() {
      return count;
    }
  }

  /** Of doubles; what the additions lose is added at the end. What is no number is passed over. */
  final class RealSum implements Tally {
    private final boolean mean;
    private double sum;
    private double lost;
    private long count;

    RealSum(boolean mean) {
      this.mean = mean;
    }

    @Override
    public void add(Object value) {
      if (value instanceof Number number) {
        count++;
        double next = number.doubleValue();
        double whole = sum + next;
        lost += Math.abs(sum) >= Math.abs(next) ? (sum - whole) + next : (next - whole) + sum;
        sum = whole;
      }
    }

    @Override
    public @Nullable Object result() {
      double exact = Double.isFinite(sum) ? sum + lost : sum;
      return count == 0 ? null : Values.plain(mean ? exact / count : exact);
    }
  }

  /** Of whole and decimal numbers, with all their digits. */
  final class ExactSum implements Tally {
    private final boolean mean;
    private final Kind kind;
    private BigDecimal sum = BigDecimal.ZERO;
    private long count;

    ExactSum(boolean mean, Kind kind) {
      this.mean = mean;
      this.kind = kind;
    }

    @Override
    public void add(Object value) {
      Numbers.read(value)
          .ifPresent(number -> {
            count++;
            sum = sum.add(number);
          });
    }

    @Override
    public @Nullable Object result() {
      if (count == 0) {
        return null;
      }
      if (mean) {
        return ExactFigures.mean(sum, count);
      }
      return kind == Kind.WHOLE ? ExactFigures.whole(sum) : ExactFigures.decimal(sum);
    }
  }

  /** The first or last in the order of sorting. */
  final class Extreme implements Tally {
    private final int sign;
    private @Nullable Object best;

    Extreme(int sign) {
      this.sign = sign;
    }

    @Override
    public void add(Object value) {
      if (best == null || Integer.signum(Sorting.values(value, best)) == sign) {
        best = value;
      }
    }

    @Override
    public @Nullable Object result() {
      return best;
    }
  }
}
