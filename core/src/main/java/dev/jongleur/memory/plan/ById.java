package dev.jongleur.memory.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Shape;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.IndexKeys;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * The question that is asked most: for one id and nothing else. There is nothing to weigh then, and
 * looking at the ways there are would take longer than the look-up.
 */
final class ById {
  private ById() {}

  /** The id that is all a where asks for; null when it asks for something else, or more. */
  static @Nullable Object asked(Collection rows, ModelDefinition model, Where where) {
    Shape shape = model.shape();
    if (!(where instanceof Comparison comparison)
        || comparison.operator() != Operator.EQ
        || shape.keySize() != 1) {
      return null;
    }
    Property id = shape.property(shape.keySlot(0));
    boolean isId =
        comparison.path().equals(id.name())
            && IndexKeys.hasOrder(id.type())
            && Operands.fit(id.type(), comparison.operand())
            && rows.isKeyedAs(model);
    return isId ? comparison.operand() : null;
  }
}
