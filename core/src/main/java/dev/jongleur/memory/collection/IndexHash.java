package dev.jongleur.memory.collection;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.memory.hash.Trie;
import dev.jongleur.memory.tree.Tree;
import dev.jongleur.memory.tree.TreeCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash index: the rows of each key of a collection together, in the order of their ids.
 * Immutable.
 */
public record IndexHash(IndexKeys keys, Trie<Tree> buckets) implements BuiltIndex {
  private static final Tree NONE = Tree.empty(Keys.PRIMARY);

  static IndexHash over(IndexKeys keys, ModelDefinition model, Tree rows) {
    Trie<Tree> buckets = Trie.empty();
    TreeCursor cursor = rows.all();
    for (Entity row = cursor.next(); row != null; row = cursor.next()) {
      Object key = keys.hashed(row.under(model));
      Tree bucket = bucket(buckets, key);
      if (keys.isTaken(key, bucket)) {
        throw DuplicateException.amongRows(model.name(), keys.paths());
      }
      buckets = buckets.with(key, bucket.put(cursor.key(), row));
    }
    return new IndexHash(keys, buckets);
  }

  /** The rows with these values, in the order of the index's keys. */
  public Tree bucket(@Nullable Object... values) {
    return bucket(buckets, HashKey.of(values));
  }

  private static Tree bucket(Trie<Tree> buckets, Object key) {
    Tree bucket = buckets.get(key);
    return bucket == null ? NONE : bucket;
  }

  @Override
  public IndexHash after(List<RowChange> changes, ModelDefinition model) {
    Trie<Tree> changed = buckets;
    for (RowChange change : changes) {
      Entity before = change.before();
      if (before != null) {
        changed = without(changed, keys.hashed(before.under(model)), change.key(), before);
      }
    }
    for (RowChange change : changes) {
      Entity after = change.after();
      if (after != null) {
        changed = with(changed, keys.hashed(after.under(model)), change.key(), after, model);
      }
    }
    return new IndexHash(keys, changed);
  }

  private static Trie<Tree> without(
      Trie<Tree> buckets, Object key, @Nullable Object rowKey, Entity row) {
    Tree rest = bucket(buckets, key).remove(rowKey, row);
    return rest.size() == 0 ? buckets.without(key) : buckets.with(key, rest);
  }

  private Trie<Tree> with(
      Trie<Tree> buckets, Object key, @Nullable Object rowKey, Entity row, ModelDefinition model) {
    Tree bucket = bucket(buckets, key);
    if (keys.isTaken(key, bucket)) {
      throw new DuplicateException(model.name(), keys.paths());
    }
    return buckets.with(key, bucket.put(rowKey, row));
  }
}
