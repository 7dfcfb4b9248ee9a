package dev.jongleur.jdbc.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.Recipes;
import dev.jongleur.jdbc.table.Table;

/**
 * The texts of statements, shared by all tenants and connectors of a registry. Bounded by what the
 * texts weigh; keyed by dialect, table and form, which hold neither values nor tenants.
 */
public final class Plans implements AutoCloseable {
  /** Under which a registry shares it. */
  public record Key() {}

  /** In bytes, roughly. */
  private static final long WEIGHT = 8L << 20;

  private static final int WEIGHT_OF_KEY = 256;

  private record PlanKey(String dialect, Table table, Form form) {}

  /**
   * A table counts with each of its plans: it may be one tenant's, and then nobody else holds it.
   */
  private static int weight(PlanKey key, Plan plan) {
    return WEIGHT_OF_KEY + key.table().weight() + plan.sql().length();
  }

  private final Cache<PlanKey, Plan> plans =
      Caffeine.newBuilder()
          .maximumWeight(WEIGHT)
          .weigher(Plans::weight)
          .executor(Runnable::run)
          .recordStats()
          .build();

  /** Tables that are alike are one object; forgotten with the last that holds it. */
  private final Interner<Table> tables = Interner.newWeakInterner();

  private final Recipes recipes = new Recipes();

  public Plan plan(Dialect dialect, Table table, Form form) {
    var key = new PlanKey(dialect.name(), table, form);
    return plans.get(key, missing -> Renderer.plan(dialect, table, form));
  }

  /** How tables are made. */
  public Recipes recipes() {
    return recipes;
  }

  public Table shared(Table table) {
    return tables.intern(table);
  }

  /** How many plans were found. */
  public long hits() {
    return plans.stats().hitCount();
  }

  /** How many plans had to be made. */
  public long misses() {
    return plans.stats().missCount();
  }

  /** The texts kept now. */
  public java.util.List<String> texts() {
    return plans.asMap().values().stream().map(Plan::sql).toList();
  }

  @Override
  public void close() {
    plans.invalidateAll();
    recipes.clear();
  }
}
