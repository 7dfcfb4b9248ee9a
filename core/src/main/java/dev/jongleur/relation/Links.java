package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.call.Surrounded;
import dev.jongleur.operation.read.Find;
import dev.jongleur.operation.write.DeleteAll;
import dev.jongleur.operation.write.FindOrCreate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links of one owner (F-273): the rows of the model between that lead to what is related. They
 * are read, made and removed by the operations of their model, with its observers and rules.
 *
 * @param owner the key of the owner, as the links have it
 * @param copied values of the owner that new links have too
 */
record Links(Through through, Object owner, Map<String, @Nullable Object> copied)
    implements Members {

  /** Where the related rows are that these links lead to. */
  Where targets(Call call) {
    return targets(call, Where.all());
  }

  /** Where the one with this key is, if there is a link to it. */
  Where target(Call call, Object key) {
    return targets(call, Where.eq(through.farKey(), key));
  }

  private Where targets(Call call, Where which) {
    Set<Object> keys = new LinkedHashSet<>();
    for (Entity link : read(call, which)) {
      Object key = link.get(through.farKey());
      if (key != null) {
        keys.add(key);
      }
    }
    return keys.isEmpty() ? Where.none() : Where.inq(through.keyTo(), List.copyOf(keys));
  }

  private List<Entity> read(Call call, Where which) {
    Call reading = Call.of(through.between(), call.options());
    return Find.rows(reading, Filter.of(those(which)), Includes::attach);
  }

  /**
   * The link to a row; made, if there is none yet. Of callers at the same time one makes it.
   *
   * @param target the row, or its key
   */
  Entity add(Object target, Map<String, ? extends @Nullable Object> data, Options options) {
    Object key = key(target);
    var link = new LinkedHashMap<String, @Nullable Object>(data);
    link.putAll(copied);
    link.put(through.nearKey(), owner);
    link.put(through.farKey(), key);
    Filter like = Filter.of(those(Where.eq(through.farKey(), key)));
    return Surrounded.call(
            through.between(),
            options,
            Operation.FIND_OR_CREATE,
            call -> FindOrCreate.row(call, like, link, Includes::attach))
        .entity();
  }

  /**
   * Removes the links to a row.
   *
   * @return how many
   */
  long remove(Object target, Options options) {
    return removeAll(Filter.of(Where.eq(through.farKey(), key(target))), options);
  }

  /** Which links lead to rows with these keys. */
  Where to(List<Object> keys) {
    return Where.inq(through.farKey(), keys);
  }

  /** Removes the links that a filter is about. */
  long removeAll(Filter asked, Options options) {
    return Surrounded.call(
        through.between(),
        options,
        Operation.DELETE_ALL,
        call -> DeleteAll.rows(call, Scoping.wholly(call, asked).and(those(Where.all()))));
  }

  private Where those(Where which) {
    Where own = through.of(owner);
    return which.isAll() ? own : Where.and(own, which);
  }

  /** The key of a row that is given whole or by its key. */
  private Object key(Object target) {
    return target instanceof Entity entity ? keyOf(entity) : target;
  }

  private Object keyOf(Entity entity) {
    String far = through.far().definition().name();
    Object key = entity.get(through.keyTo());
    if (!entity.definition().name().equals(far) || key == null) {
      throw new DataException(
          "\"" + through.relation().name() + "\" links to a \"" + far + "\" that has an id.");
    }
    return key;
  }
}
