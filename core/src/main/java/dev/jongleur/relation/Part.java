package dev.jongleur.relation;

import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;

/** Which of a model's rows a question is about. */
@FunctionalInterface
public interface Part {
  /** All of them. */
  Part WHOLE = (_, asked) -> asked;

  /** The filter that means the same rows on the whole model. */
  Filter within(Call call, Filter asked);

  /** The condition alone. */
  default Where within(Call call, Where asked) {
    return within(call, Filter.of(asked)).where();
  }
}
