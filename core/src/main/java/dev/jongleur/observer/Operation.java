package dev.jongleur.observer;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.entity.Page;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.query.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a model, as code around it knows it.
 *
 * @param <T> what it returns
 */
// The type parameter ties the code around an operation to what it returns.
@SuppressWarnings("UnusedTypeParameter")
public final class Operation<T> {
  public static final Operation<List<Entity>> FIND = new Operation<>("find");
  public static final Operation<Optional<Entity>> FIND_ONE = new Operation<>("findOne");
  public static final Operation<Optional<Entity>> FIND_BY_ID = new Operation<>("findById");
  public static final Operation<List<Entity>> FIND_BY_IDS = new Operation<>("findByIds");
  public static final Operation<Stream<Entity>> STREAM = new Operation<>("stream");
  public static final Operation<Page> PAGE = new Operation<>("page");
  public static final Operation<List<Entity>> INCLUDE = new Operation<>("include");
  public static final Operation<Explanation> EXPLAIN = new Operation<>("explain");
  public static final Operation<List<Map<String, @Nullable Object>>> AGGREGATE =
      new Operation<>("aggregate");
  public static final Operation<List<Object>> DISTINCT = new Operation<>("distinct");
  public static final Operation<Long> COUNT = new Operation<>("count");
  public static final Operation<Boolean> EXISTS = new Operation<>("exists");
  public static final Operation<ValidationErrors> VALIDATE = new Operation<>("isValid");
  public static final Operation<Entity> CREATE = new Operation<>("create");
  public static final Operation<List<Entity>> CREATE_EACH = new Operation<>("createEach");
  public static final Operation<List<Entity>> CREATE_ALL = new Operation<>("createAll");
  public static final Operation<Long> UPDATE_ALL = new Operation<>("updateAll");
  public static final Operation<Entity> PATCH = new Operation<>("patchAttributes");
  public static final Operation<Entity> REPLACE = new Operation<>("replaceById");
  public static final Operation<Entity> SAVE = new Operation<>("save");
  public static final Operation<Entity> UPSERT = new Operation<>("upsert");
  public static final Operation<Entity> UPSERT_WITH_WHERE = new Operation<>("upsertWithWhere");
  public static final Operation<Entity> REPLACE_OR_CREATE = new Operation<>("replaceOrCreate");
  public static final Operation<Found> FIND_OR_CREATE = new Operation<>("findOrCreate");
  public static final Operation<Entity> RESTORE = new Operation<>("restore");
  public static final Operation<Long> DELETE = new Operation<>("destroy");
  public static final Operation<Long> DELETE_BY_ID = new Operation<>("deleteById");
  public static final Operation<Long> DELETE_ALL = new Operation<>("deleteAll");

  private final String name;

  private Operation(String name) {
    this.name = name;
  }

  /** LoopBack's name, where it has one. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
