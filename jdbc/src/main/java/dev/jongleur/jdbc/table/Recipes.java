package dev.jongleur.jdbc.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.jongleur.definition.ModelDefinition;
import java.util.List;
import java.util.Optional;

/**
 * How tables are made that were made before, in another place: the statements, and the table as it
 * was found then. Bounded by what they weigh; the same for all tenants. Thread-safe.
 */
public final class Recipes {
  /** In bytes, roughly. */
  private static final long WEIGHT = 4L << 20;

  /** The statements that make a table, and what they make. */
  record Recipe(List<String> statements, Table table) {
    private int weight() {
      return table.weight() + statements.stream().mapToInt(String::length).sum();
    }
  }

  private record Dish(String dialect, ModelDefinition model) {}

  private final Cache<Dish, Recipe> recipes =
      Caffeine.newBuilder()
          .maximumWeight(WEIGHT)
          .weigher((Dish dish, Recipe recipe) -> recipe.weight())
          .executor(Runnable::run)
          .build();

  Optional<Recipe> find(String dialect, ModelDefinition model) {
    return Optional.ofNullable(recipes.getIfPresent(new Dish(dialect, model)));
  }

  void keep(String dialect, ModelDefinition model, Recipe recipe) {
    recipes.put(new Dish(dialect, model), recipe);
  }

  public void clear() {
    recipes.invalidateAll();
  }
}
