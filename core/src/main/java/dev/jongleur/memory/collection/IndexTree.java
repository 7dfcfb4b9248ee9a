package dev.jongleur.memory.collection;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.memory.tree.Tree;
import dev.jongleur.memory.tree.TreeCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ordered index: the rows of a collection by other keys. Immutable. */
public record IndexTree(IndexKeys keys, Tree tree) implements BuiltIndex {

  /**
   * Over all rows of a collection.
   *
   * @throws DuplicateException when rows share a key that is to be unique
   */
  static IndexTree over(IndexKeys keys, ModelDefinition model, Tree rows) {
    List<Entry> entries = entries(keys, model, rows);
    entries.sort((a, b) -> {
      int order = Keys.SECONDARY.keys(a.key, b.key);
      return order != 0 ? order : Keys.SECONDARY.rows(a.row, b.row);
    });
    if (keys.index().unique()) {
      checkUnique(keys, model, entries);
    }
    @Nullable Object[] cells = new @Nullable Object[entries.size() * 2];
    for (int i = 0; i < entries.size(); i++) {
      cells[2 * i] = entries.get(i).key;
      cells[2 * i + 1] = entries.get(i).row;
    }
    return new IndexTree(keys, Tree.of(Keys.SECONDARY, cells));
  }

  private record Entry(@Nullable Object key, Entity row) {}

  private static List<Entry> entries(IndexKeys keys, ModelDefinition model, Tree rows) {
    var entries = new ArrayList<Entry>(rows.size());
    TreeCursor cursor = rows.all();
    for (Entity row = cursor.next(); row != null; row = cursor.next()) {
      entries.add(new Entry(keys.of(cursor.key(), row.under(model)), row));
    }
    return entries;
  }

  private static void checkUnique(IndexKeys keys, ModelDefinition model, List<Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      Object values = keys.values(entries.get(i).key);
      if (values != null && Keys.compare(values, entries.get(i - 1).key) == 0) {
        throw DuplicateException.amongRows(model.name(), keys.paths());
      }
    }
  }

  @Override
  public IndexTree after(List<RowChange> changes, ModelDefinition model) {
    return changes.size() == 1
        ? new IndexTree(keys, after(changes.getFirst(), model))
        : new IndexTree(keys, with(without(changes, model), changes, model));
  }

  private Tree after(RowChange change, ModelDefinition model) {
    Entity before = change.before();
    Entity after = change.after();
    Object old = before == null ? null : keys.of(change.key(), before.under(model));
    Object fresh = after == null ? null : keys.of(change.key(), after.under(model));
    if (before != null && after != null && Keys.compare(old, fresh) == 0) {
      return tree.put(fresh, after);
    }
    Tree rest = before == null ? tree : tree.remove(old, before);
    return after == null ? rest : added(rest, fresh, after, model);
  }

  private Tree without(List<RowChange> changes, ModelDefinition model) {
    Tree rest = tree;
    for (RowChange change : changes) {
      Entity before = change.before();
      if (before != null) {
        rest = rest.remove(keys.of(change.key(), before.under(model)), before);
      }
    }
    return rest;
  }

  private Tree with(Tree rest, List<RowChange> changes, ModelDefinition model) {
    Tree all = rest;
    for (RowChange change : changes) {
      Entity after = change.after();
      if (after != null) {
        all = added(all, keys.of(change.key(), after.under(model)), after, model);
      }
    }
    return all;
  }

  private Tree added(Tree rest, @Nullable Object key, Entity row, ModelDefinition model) {
    if (keys.index().unique()) {
      Object values = keys.values(key);
      if (values != null && rest.first(values).isPresent()) {
        throw new DuplicateException(model.name(), keys.paths());
      }
    }
    return rest.put(key, row);
  }
}
