package dev.jongleur.relation;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.QueryException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.query.Filter;
import java.util.Map;

/**
 * A relation between two bound models, as the keys that lead from one to the other.
 *
 * @param keyFrom the property of the near model whose value leads over
 * @param keyTo the property of the far model that it is found under
 * @param scope the relation's own filter on what is related
 */
public record Link(
    Relation relation, Binding far, String keyFrom, String keyTo, boolean many, Filter scope) {

  /**
   * The link under a relation's name.
   *
   * @throws QueryException when the model has no such relation
   * @throws UnsupportedException when the relation is of a kind that is not served yet
   */
  public static Link of(Binding near, String name) {
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
    return link(near, relation, near.other(relation.model()));
  }

  private static Link link(Binding near, Relation relation, Binding far) {
    Filter scope = Filter.read(relation.settings().get("scope"));
    String foreign = relation.foreignKey();
    return switch (relation.kind()) {
      case HAS_MANY -> new Link(relation, far, primary(relation, near), foreign, true, scope);
      case HAS_ONE -> new Link(relation, far, primary(relation, near), foreign, false, scope);
      case BELONGS_TO -> new Link(relation, far, foreign, primary(relation, far), false, scope);
      default -> throw new UnsupportedException(relation.kind().label() + " is not served.");
    };
  }

  /** Whether including this relation was ruled out (F-264). */
  boolean isExcluded() {
    return relation.settings().get("options") instanceof Map<?, ?> options
        && Boolean.TRUE.equals(options.get("disableInclude"));
  }

  private static String primary(Relation relation, Binding holder) {
    return relation
        .primaryKey()
        .or(() -> holder.definition().idName())
        .orElseThrow(() -> new MissingKeyException(holder.definition().name()));
  }
}
