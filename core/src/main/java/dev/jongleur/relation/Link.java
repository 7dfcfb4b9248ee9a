package dev.jongleur.relation;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.QueryException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.query.Filter;
import java.util.Map;

/** A relation between two bound models, as the keys that lead from one to the other. */
sealed interface Link permits Direct, Through {
  Relation relation();

  /** The related model. */
  Binding far();

  /** The property of the near model whose value leads over. */
  String keyFrom();

  /** The property of the far model that its rows are found under. */
  String keyTo();

  /** Whether several rows may be related. */
  boolean many();

  /**
   * The link under a relation's name.
   *
   * @throws QueryException when the model has no such relation
   * @throws UnsupportedException when the relation is of a kind that is not served yet
   * @throws dev.jongleur.error.DefinitionException when it names a model that is not there, or its
   *     keys cannot be told
   */
  static Link of(Binding near, String name) {
    ModelDefinition model = near.definition();
    Relation relation =
        model
            .relation(name)
            .orElseThrow(() ->
                new QueryException("\"" + model.name() + "\" has no relation \"" + name + "\"."));
    if (!relation.isServed()) {
      throw new UnsupportedException(
          "The relation \""
              + name
              + "\" of \""
              + model.name()
              + "\" is not served: "
              + relation.kind().label()
              + " of this form is yet to come.");
    }
    return relation.isThrough() ? Through.of(near, relation) : Direct.of(near, relation);
  }

  /** The relation's own filter. */
  static Filter scope(Relation relation) {
    return Filter.read(relation.settings().get("scope"));
  }

  /** Whether including this relation was ruled out (F-264). */
  default boolean isExcluded() {
    return relation().settings().get("options") instanceof Map<?, ?> options
        && Boolean.TRUE.equals(options.get("disableInclude"));
  }

  /** The key of a model that a relation refers to. */
  static String primary(Relation relation, Binding holder) {
    return relation.primaryKey().orElseGet(() -> id(holder));
  }

  static String id(Binding holder) {
    return holder
        .definition()
        .idName()
        .orElseThrow(() -> new MissingKeyException(holder.definition().name()));
  }
}
