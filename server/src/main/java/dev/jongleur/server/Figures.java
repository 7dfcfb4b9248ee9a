package dev.jongleur.server;

import dev.jongleur.error.QueryException;
import dev.jongleur.query.Explanation;
import java.util.LinkedHashMap;

/** Routes that tell about rows instead of showing them. */
final class Figures {
  private Figures() {}

  static Answer aggregate(Asked asked) {
    return Answer.list(asked.handle().aggregate(asked.question().aggregate(), asked.options()));
  }

  static Answer distinct(Asked asked) {
    String property =
        asked
            .question()
            .text("property")
            .filter(name -> !name.isBlank())
            .orElseThrow(() -> new QueryException("\"distinct\" needs a \"property\"."));
    return Answer.list(asked.handle().distinct(property, asked.filter(), asked.options()));
  }

  static Answer explain(Asked asked) {
    Explanation told = asked.handle().explain(asked.filter(), asked.options());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("steps", told.steps());
    answer.put("indexes", told.indexes());
    answer.put("examined", told.examined());
    answer.put("returned", told.returned());
    return Answer.of(answer);
  }
}
