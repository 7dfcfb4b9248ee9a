package dev.jongleur.server;

import dev.jongleur.json.schema.JsonSchema;
import dev.jongleur.json.schema.Purpose;
import dev.jongleur.server.web.RefusedException;
import java.util.Map;

/** Routes that read a model. */
final class Reads {
  private Reads() {}

  static Answer find(Asked asked) {
    return Answer.list(asked.handle().find(asked.filter(), asked.options()));
  }

  static Answer findOne(Asked asked) {
    return Answer.of(
        asked
            .handle()
            .findOne(asked.filter(), asked.options())
            .orElseThrow(() ->
                RefusedException.notFound("No \"" + asked.model() + "\" matches the filter.")));
  }

  static Answer findById(Asked asked) {
    return Answer.of(
        asked
            .handle()
            .findById(asked.key(), asked.filter(), asked.options())
            .orElseThrow(asked::unknownId));
  }

  static Answer exists(Asked asked) {
    return Answer.of(Map.of("exists", asked.handle().exists(asked.key(), asked.options())));
  }

  /** LoopBack answers a HEAD with 200 or 404, by whether the row is there. */
  static Answer head(Asked asked) {
    if (!asked.handle().exists(asked.key(), asked.options())) {
      throw asked.unknownId();
    }
    return Answer.of(Map.of());
  }

  /** Jongleur's own: the JSON Schema of the tenant's model; of what is shown, or {@code for}. */
  static Answer schema(Asked asked) {
    Purpose purpose = asked.question().text("for").map(Purpose::named).orElse(Purpose.READ);
    return Answer.of(JsonSchema.of(asked.handle(), purpose));
  }

  static Answer count(Asked asked) {
    return Answer.count(asked.handle().count(asked.where(), asked.options()));
  }
}
