package dev.jongleur.memory.collection;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.memory.tree.Tree;
import dev.jongleur.memory.tree.TreeCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one collection at one moment, in the order of their ids, with the indexes of the
 * models that use it. Immutable; only the sequence of its ids goes on.
 */
public final class Collection {
  private final Tree rows;
  private final List<Layout> layouts;
  private final Ids ids;
  private final KeyShape keyed;

  /** The definition whose ids were seen to be made so; saves looking at them each time. */
  private final ModelDefinition known;

  private final boolean isMixed;

  private Collection(
      Tree rows,
      List<Layout> layouts,
      Ids ids,
      KeyShape keyed,
      ModelDefinition known,
      boolean isMixed) {
    this.rows = rows;
    this.layouts = layouts;
    this.ids = ids;
    this.keyed = keyed;
    this.known = known;
    this.isMixed = isMixed;
  }

  /** An empty one, with the indexes of a model. */
  public static Collection empty(ModelDefinition model) {
    Tree none = Tree.empty(Keys.PRIMARY);
    return new Collection(
        none, List.of(Layout.over(model, none)), new Ids(), KeyShape.of(model), model, false);
  }

  /**
   * With rows that were there before, and the number that the sequence of ids goes on with.
   *
   * @throws DuplicateException when rows share a key that is to be unique
   */
  public static Collection restored(ModelDefinition model, List<RowChange> rows, long nextId) {
    Collection all = empty(model).after(rows, model);
    long places = 0;
    for (RowChange row : rows) {
      if (!model.hasKey() && row.key() instanceof Long place) {
        places = Math.max(places, place);
      }
    }
    all.ids.goOn(nextId, places);
    return all;
  }

  public Tree rows() {
    return rows;
  }

  public Ids ids() {
    return ids;
  }

  public int size() {
    return rows.size();
  }

  /** The indexes for a model, if they are made for its definition. */
  public Optional<Layout> layout(ModelDefinition model) {
    for (Layout layout : layouts) {
      if (layout.model() == model) {
        return Optional.of(layout);
      }
    }
    return layouts.stream()
        .filter(layout -> layout.model().name().equals(model.name()) && layout.fits(model))
        .findFirst();
  }

  /** Whether rows lie under keys as this model makes them, whoever stored them. */
  public boolean isKeyedAs(ModelDefinition model) {
    return !isMixed && isMadeAs(model);
  }

  private boolean isMadeAs(ModelDefinition model) {
    return model == known || keyed.equals(KeyShape.of(model));
  }

  /**
   * With the indexes of a model as it is defined now.
   *
   * @throws DuplicateException when rows share a key that is to be unique
   */
  public Collection prepared(ModelDefinition model) {
    if (layouts.stream().anyMatch(layout -> layout.model() == model)) {
      return this;
    }
    var others = new ArrayList<Layout>();
    Layout made = null;
    for (Layout layout : layouts) {
      if (!layout.model().name().equals(model.name())) {
        others.add(layout);
      } else if (layout.fits(model)) {
        made = layout.under(model);
      }
    }
    others.add(made == null ? Layout.over(model, rows) : made);
    return new Collection(rows, List.copyOf(others), ids, keyed, known, isMixed);
  }

  /** With indexes for a model that has none here yet, whatever its definition was then. */
  public Collection knowing(ModelDefinition model) {
    boolean isKnown =
        layouts.stream().anyMatch(layout -> layout.model().name().equals(model.name()));
    return isKnown ? this : prepared(model);
  }

  /** A place for a new row. */
  public @Nullable Object newKey(Entity row) {
    return row.definition().hasKey() ? Keys.of(row) : (Object) ids.place();
  }

  /**
   * After changes, all or none; each is of a row as it is here.
   *
   * @throws DuplicateException when an id or a unique key is taken
   */
  public Collection after(List<RowChange> changes, ModelDefinition model) {
    Tree changed = rows;
    for (RowChange change : changes) {
      changed = after(changed, change, model);
    }
    var others = new Layout[layouts.size()];
    for (int i = 0; i < others.length; i++) {
      others[i] = layouts.get(i).after(changes);
    }
    boolean mixed = isMixed || !isMadeAs(model);
    return new Collection(changed, List.of(others), ids, keyed, known, mixed);
  }

  private static Tree after(Tree rows, RowChange change, ModelDefinition model) {
    Entity after = change.after();
    Entity before = change.before();
    if (after == null) {
      return before == null ? rows : rows.remove(change.key(), before);
    }
    Tree changed = rows.put(change.key(), after);
    if (before == null && changed.size() == rows.size()) {
      throw new DuplicateException(model.name(), KeyShape.of(model).names());
    }
    return changed;
  }

  /** Without rows, its ids begun anew. */
  public Collection cleared(ModelDefinition model) {
    return empty(model).sharing(layouts);
  }

  private Collection sharing(List<Layout> before) {
    Collection all = this;
    for (Layout layout : before) {
      all = all.knowing(layout.model());
    }
    return all;
  }

  /** Without rows; its ids go on. */
  public Collection emptied() {
    Tree none = Tree.empty(Keys.PRIMARY);
    List<Layout> empty = layouts.stream().map(layout -> Layout.over(layout.model(), none)).toList();
    return new Collection(none, empty, ids, keyed, known, isMixed);
  }

  /** Goes through all rows with their keys, in order. */
  public void each(BiConsumer<@Nullable Object, Entity> use) {
    TreeCursor cursor = rows.all();
    for (Entity row = cursor.next(); row != null; row = cursor.next()) {
      use.accept(cursor.key(), row);
    }
  }

  /** Whether no row was changed between the two. */
  public boolean hasRowsOf(Collection other) {
    return rows == other.rows;
  }
}
