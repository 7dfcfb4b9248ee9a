package dev.jongleur.operation.call;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Entity;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes on with the sub-model that data or a row is of, where somebody picks one (F-330). */
public final class Choosing {
  private Choosing() {}

  /**
   * The call on the model that data is to be stored as.
   *
   * @throws dev.jongleur.error.DefinitionException when a model is picked that there is not
   */
  public static Call of(Call call, Map<String, ? extends @Nullable Object> data) {
    return call.observers().choose()
        ? call.observers().model(data).flatMap(model -> below(call, model)).orElse(call)
        : call;
  }

  /** The call on the model that an entity is of, picked when it was read or made. */
  public static Call of(Call call, Entity entity) {
    return call.observers().choose() ? below(call, entity.definition().name()).orElse(call) : call;
  }

  /** A row as an entity of its own model. */
  public static Entity row(Call call, Entity row) {
    if (!call.observers().choose()) {
      return row;
    }
    Call own = of(call, row.toMap());
    return own == call ? row : row.under(own.model(), own.binding().models());
  }

  private static Optional<Call> below(Call call, String model) {
    if (model.equals(call.model().name())) {
      return Optional.empty();
    }
    Binding other = call.binding().other(model);
    boolean isBelow = builds(other.definition(), call.model().name(), call.binding().models());
    return isBelow ? Optional.of(call.on(other)) : Optional.empty();
  }

  /** Whether a model builds on another, however far down. */
  private static boolean builds(ModelDefinition model, String base, ModelLookup models) {
    Set<String> met = new HashSet<>();
    Optional<String> next = model.base();
    while (next.isPresent() && met.add(next.get())) {
      if (next.get().equals(base)) {
        return true;
      }
      next = next.flatMap(models::find).flatMap(ModelDefinition::base);
    }
    return false;
  }
}
