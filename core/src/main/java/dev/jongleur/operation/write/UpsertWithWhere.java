package dev.jongleur.operation.write;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Choosing;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.step.Placing;
import dev.jongleur.operation.step.Target;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Patches the one row that matches, or creates one; several are refused (F-183). Callers take turns
 * on a model, so that two of them never both create.
 */
public final class UpsertWithWhere {
  private UpsertWithWhere() {}

  public static Entity row(Call on, Filter asked, Map<String, ? extends @Nullable Object> data) {
    Call call = Choosing.of(on, data);
    if (data.isEmpty()) {
      throw new DataException("There is nothing to store in a \"" + call.model().name() + "\".");
    }
    Where where = Scoping.toChange(call, asked).where();
    Optional<Object> version = Target.told(call, data);
    boolean validated = call.flags().is("automaticValidation", true);
    var patch = PatchOrNew.ready(call, data, where, validated);
    return patch.placed(Placing.patchOneOrInsert(call, patch.data(), patch.where(), version));
  }
}
