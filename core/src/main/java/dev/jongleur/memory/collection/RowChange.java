package dev.jongleur.memory.collection;

import dev.jongleur.entity.Entity;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one row.
 *
 * @param key where it lies
 * @param before the row that is there; null where it is new
 * @param after the row that takes its place; null where it goes
 */
public record RowChange(@Nullable Object key, @Nullable Entity before, @Nullable Entity after) {}
