package dev.jongleur.memory.plan;

import dev.jongleur.connector.Deadline;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.Keys;
import dev.jongleur.memory.collection.RowChange;
import dev.jongleur.memory.tree.Rows;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Sorting;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way to its answer: the plan, then the rows it leads to, those of them that
 * match, in the order and number asked for. Belongs to one thread.
 */
public final class Answer {
  /** Beyond this it is cheaper to sort all rows than to keep the best of them. */
  private static final int FEW = 10_000;

  private final ModelDefinition model;
  private final Filter filter;
  private final Plan plan;
  private final Rows rows;
  private final @Nullable Predicate<Entity> matcher;
  private final Deadline deadline = Deadline.current();
  private final Deadline.@Nullable Pace pace;
  private int examined;

  private Answer(Plan plan, ModelDefinition model, Filter filter) {
    this.model = model;
    this.filter = filter;
    this.plan = plan;
    this.rows = Opened.rows(plan);
    this.matcher = plan.isExact() ? null : Matcher.of(filter.where(), model);
    deadline.check();
    this.pace = deadline.isLimited() ? deadline.pace() : null;
  }

  /** The rows a filter asks for, under a definition. */
  public static List<Entity> find(Collection collection, ModelDefinition model, Filter filter) {
    Object id = filter.skip() == 0 ? ById.asked(collection, model, filter.where()) : null;
    return id != null
        ? one(collection.rows().get(id), model)
        : new Answer(Planner.plan(collection, model, filter), model, filter).find();
  }

  private static List<Entity> one(@Nullable Entity row, ModelDefinition model) {
    Deadline.current().check();
    return row == null ? List.of() : List.of(shown(row, model));
  }

  /**
   * The same one by one, from the rows as they are now; those that have to be sorted are so before
   * the first is read.
   */
  public static Iterator<Entity> open(Collection collection, ModelDefinition model, Filter filter) {
    Plan plan = Planner.plan(collection, model, filter);
    var answer = new Answer(plan, model, filter);
    return plan.isSorted() ? new Paged(answer, filter) : answer.find().iterator();
  }

  /** The rows of a plan that need not be sorted, as they are asked for. */
  private static final class Paged implements Iterator<Entity> {
    private final Answer answer;
    private long left;
    private @Nullable Entity following;

    Paged(Answer answer, Filter filter) {
      this.answer = answer;
      this.left = filter.limit() == 0 ? Long.MAX_VALUE : filter.limit();
      for (int i = 0; i < filter.skip(); i++) {
        var _ = answer.next();
      }
      advance();
    }

    private void advance() {
      following = left-- > 0 ? answer.next() : null;
    }

    @Override
    public boolean hasNext() {
      return following != null;
    }

    @Override
    public Entity next() {
      Entity row = following;
      if (row == null) {
        throw new NoSuchElementException();
      }
      advance();
      return shown(row, answer.model);
    }
  }

  /**
   * A change of each row that matches, as it is stored: under the definition it was stored by.
   *
   * @param made what a row becomes; null when it goes
   */
  public static List<RowChange> changes(
      Collection collection,
      ModelDefinition model,
      Where where,
      Function<Entity, @Nullable Entity> made) {
    Object id = ById.asked(collection, model, where);
    if (id != null) {
      Entity row = collection.rows().get(id);
      return row == null ? List.of() : List.of(new RowChange(Keys.of(row), row, made.apply(row)));
    }
    var changes = new ArrayList<RowChange>();
    if (model.hasKey() && collection.isKeyedAs(model)) {
      Filter filter = Filter.of(where);
      new Answer(Planner.plan(collection, model, filter), model, filter)
          .each(row -> changes.add(new RowChange(Keys.of(row), row, made.apply(row))));
    } else {
      Predicate<Entity> matcher = Matcher.of(where, model);
      collection.each((key, row) -> {
        if (matcher.test(row.under(model))) {
          changes.add(new RowChange(key, row, made.apply(row)));
        }
      });
    }
    return changes;
  }

  /** How many rows match; told by the index alone where that leads to those and no others. */
  public static long count(Collection collection, ModelDefinition model, Where where) {
    Filter filter = Filter.of(where);
    Plan plan = Planner.plan(collection, model, filter);
    return plan.isExact() ? plan.access().count() : new Answer(plan, model, filter).count();
  }

  /** How a question is answered, told by answering it. */
  public static Explanation explain(Collection collection, ModelDefinition model, Filter filter) {
    Plan plan = Planner.plan(collection, model, filter);
    var answer = new Answer(plan, model, filter);
    int returned = answer.find().size();
    return new Explanation(Told.steps(plan, filter), Told.indexes(plan), answer.examined, returned);
  }

  private long count() {
    long count = 0;
    while (next() != null) {
      count++;
    }
    return count;
  }

  private List<Entity> find() {
    List<Entity> found = plan.isSorted() ? page() : sorted();
    found.replaceAll(row -> shown(row, model));
    return java.util.Collections.unmodifiableList(found);
  }

  /** What another version of a closed model defined is kept with the row, and not shown. */
  private static Entity shown(Entity row, ModelDefinition model) {
    Entity moved = row.under(model);
    return model.isOpen() ? moved : moved.defined();
  }

  private List<Entity> page() {
    int most = filter.limit() == 0 ? Integer.MAX_VALUE : filter.limit();
    for (int i = 0; i < filter.skip(); i++) {
      if (next() == null) {
        return new ArrayList<>();
      }
    }
    var found = new ArrayList<Entity>(Math.min(most, 16));
    while (found.size() < most) {
      Entity row = next();
      if (row == null) {
        break;
      }
      found.add(row);
    }
    return found;
  }

  private List<Entity> sorted() {
    Comparator<Entity> order = deadline.paced(Sorting.of(model, filter));
    long wanted = (long) filter.limit() + filter.skip();
    // Rows without ids may be equal in the order: those keep the one they have, as sorting does.
    boolean few = filter.limit() > 0 && wanted < FEW && model.hasKey();
    List<Entity> all = few ? best(order, (int) wanted) : all(order);
    int from = Math.min(filter.skip(), all.size());
    int to = filter.limit() == 0 ? all.size() : (int) Math.min(wanted, all.size());
    return new ArrayList<>(all.subList(from, to));
  }

  private List<Entity> best(Comparator<Entity> order, int most) {
    var best = new Best(order, most);
    each(row -> best.add(row.under(model)));
    return best.inOrder();
  }

  private List<Entity> all(Comparator<Entity> order) {
    var all = new ArrayList<Entity>();
    each(row -> all.add(row.under(model)));
    all.sort(order);
    return all;
  }

  private void each(Consumer<Entity> use) {
    for (Entity row = next(); row != null; row = next()) {
      use.accept(row);
    }
  }

  /** The next row that matches. */
  private @Nullable Entity next() {
    for (Entity row = rows.next(); row != null; row = rows.next()) {
      examined++;
      if (pace != null) {
        pace.step();
      }
      if (matcher == null || matcher.test(row.under(model))) {
        return row;
      }
    }
    return null;
  }
}
