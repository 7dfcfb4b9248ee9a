package dev.jongleur.server;

import dev.jongleur.Related;
import dev.jongleur.definition.Relation;
import java.util.Map;

/** Routes to the links of a relation through a model; other relations have none. */
final class Links {
  private Links() {}

  /** LoopBack answers with 200 or 404, by whether the row is linked. */
  static Answer exists(Asked asked) {
    Relation relation = relation(asked);
    if (!Relations.related(asked).exists(asked.part("fk"), asked.options())) {
      throw Relations.unknown(asked, relation);
    }
    return Answer.of(Map.of());
  }

  /** The link; made with what the body says, if there is one and no link yet. */
  static Answer add(Asked asked) {
    return Answer.of(related(asked).add(asked.part("fk"), asked.data(), asked.options()));
  }

  static Answer remove(Asked asked) {
    var _ = related(asked).remove(asked.part("fk"), asked.options());
    return new Answer.Nothing();
  }

  private static Related related(Asked asked) {
    var _ = relation(asked);
    return Relations.related(asked);
  }

  private static Relation relation(Asked asked) {
    return asked
        .handle()
        .definition()
        .relation(asked.part("relation"))
        .filter(Relation::isThrough)
        .orElseThrow(asked::noMethod);
  }
}
