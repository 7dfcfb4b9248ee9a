package dev.jongleur.memory;

import dev.jongleur.connector.Deadline;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Values;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Sorting;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a filter from a collection: by the id where that is known, else row by row. */
final class Scan {
  private Scan() {}

  static List<Entity> find(Collection collection, ModelDefinition model, Filter filter) {
    return rows(collection, model, filter).toList();
  }

  /** One by one, from the rows as they are now; sorted ones are held until the last is read. */
  static Stream<Entity> rows(Collection collection, ModelDefinition model, Filter filter) {
    Stream<Entity> rows = matching(collection, model, filter.where()).map(row -> shown(row, model));
    if (!filter.order().isEmpty() || Sorting.nearest(filter.where()).isPresent()) {
      rows = rows.sorted(Deadline.current().paced(Sorting.of(model, filter)));
    }
    Stream<Entity> page = rows.skip(filter.skip());
    return filter.limit() > 0 ? page.limit(filter.limit()) : page;
  }

  /** What another version of a closed model defined is kept with the row, and not shown. */
  private static Entity shown(Entity row, ModelDefinition model) {
    Entity moved = row.under(model);
    return model.isOpen() ? moved : moved.defined();
  }

  /** The rows as they are stored: under the definition they were stored by. */
  static Stream<Entity> matching(Collection collection, ModelDefinition model, Where where) {
    Stream<Entity> candidates =
        Paced.rows(
            id(model, where)
                .map(id -> collection.at(Key.of(id)))
                .orElseGet(() -> collection.rows().stream()));
    if (where.isAll()) {
      return candidates;
    }
    Predicate<Entity> matcher = Matcher.of(where);
    return candidates.filter(row -> matcher.test(row.under(model)));
  }

  /** The one id that a row must have to match, if the where says so. */
  private static Optional<Object> id(ModelDefinition model, Where where) {
    Shape shape = model.shape();
    if (shape.keySize() != 1) {
      return Optional.empty();
    }
    Property id = shape.property(shape.keySlot(0));
    return switch (where) {
      case Comparison(String path, Operator operator, Object value)
          when operator == Operator.EQ && path.equals(id.name()) ->
          key(id.type(), value);
      case And(var parts) ->
          parts.stream().map(part -> id(model, part)).flatMap(Optional::stream).findFirst();
      default -> Optional.empty();
    };
  }

  /** The id that only equal ids are the same as: where a type has such a form (F-240). */
  private static Optional<Object> key(PropertyType type, @Nullable Object value) {
    return switch (type) {
      case ScalarType.STRING -> Optional.ofNullable(Values.read(type, value, ModelLookup.NONE));
      case ScalarType.NUMBER ->
          Optional.ofNullable(Values.read(type, value, ModelLookup.NONE))
              .filter(read -> !(read instanceof Number number && Numbers.isNaN(number)));
      case ScalarType.INTEGER, ScalarType.LONG -> whole(value);
      case ScalarType.UUID -> Optional.ofNullable(value).filter(UUID.class::isInstance);
      default -> Optional.empty();
    };
  }

  /**
   * As ids of whole numbers are held; other numbers are no such id, and text is for the matcher.
   */
  private static Optional<Object> whole(@Nullable Object value) {
    return Optional.ofNullable(value).filter(Long.class::isInstance);
  }
}
