package dev.jongleur.server;

import dev.jongleur.Related;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Relation.Kind;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.query.Filter;
import dev.jongleur.server.web.RefusedException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Routes to what is related to a row. A relation that is defined but of a kind that is not served
 * is refused by name, by the model.
 */
final class Relations {
  private static final Set<Kind> TO_ONE = EnumSet.of(Kind.HAS_ONE, Kind.BELONGS_TO);

  private Relations() {}

  static Answer get(Asked asked) {
    Relation relation = relation(asked, EnumSet.allOf(Kind.class));
    Related related = related(asked);
    if (!TO_ONE.contains(relation.kind())) {
      return Answer.list(related.find(asked.filter(), asked.options()));
    }
    var one = related.get(asked.options());
    if (one.isEmpty() && relation.kind() == Kind.HAS_ONE) {
      throw none(asked, relation);
    }
    return one.map(Answer::of).orElseGet(() -> Answer.of(null));
  }

  static Answer create(Asked asked) {
    var _ = relation(asked, EnumSet.complementOf(EnumSet.of(Kind.BELONGS_TO)));
    Related related = related(asked);
    return switch (asked.dataOrList()) {
      case Asked.Data.One(var item) -> Answer.of(related.create(item, asked.options()));
      case Asked.Data.Several(var items) -> Answer.list(related.createEach(items, asked.options()));
    };
  }

  static Answer update(Asked asked) {
    Relation relation = relation(asked, EnumSet.of(Kind.HAS_ONE));
    Entity one = related(asked).get(asked.options()).orElseThrow(() -> none(asked, relation));
    return patched(asked, relation, one);
  }

  static Answer destroy(Asked asked) {
    Relation relation = relation(asked, EnumSet.complementOf(EnumSet.of(Kind.BELONGS_TO)));
    long removed = related(asked).deleteAll(Filter.all(), asked.options());
    if (removed == 0 && relation.kind() == Kind.HAS_ONE) {
      throw none(asked, relation);
    }
    return new Answer.Nothing();
  }

  static Answer count(Asked asked) {
    var _ = relation(asked, EnumSet.complementOf(EnumSet.copyOf(TO_ONE)));
    return Answer.count(related(asked).count(asked.where(), asked.options()));
  }

  static Answer findById(Asked asked) {
    Relation relation = relation(asked, EnumSet.complementOf(EnumSet.copyOf(TO_ONE)));
    return Answer.of(member(asked, relation));
  }

  static Answer updateById(Asked asked) {
    Relation relation = relation(asked, EnumSet.complementOf(EnumSet.copyOf(TO_ONE)));
    try {
      return Answer.of(related(asked).patch(asked.part("fk"), asked.data(), asked.options()));
    } catch (NotFoundException _) {
      throw unknown(asked, relation);
    }
  }

  static Answer destroyById(Asked asked) {
    Relation relation = relation(asked, EnumSet.complementOf(EnumSet.copyOf(TO_ONE)));
    var _ = member(asked, relation);
    var _ = related(asked).deleteById(asked.part("fk"), asked.options());
    return new Answer.Nothing();
  }

  /** The relation of the path, when it is of a kind that has this route. */
  private static Relation relation(Asked asked, Set<Kind> kinds) {
    return asked
        .handle()
        .definition()
        .relation(asked.part("relation"))
        .filter(relation -> kinds.contains(relation.kind()))
        .orElseThrow(asked::noMethod);
  }

  static Related related(Asked asked) {
    return asked.handle().related(Writes.row(asked), asked.part("relation"));
  }

  /** The row of the path's second id, if it is one of those related. */
  private static Entity member(Asked asked, Relation relation) {
    return related(asked)
        .findById(asked.part("fk"), Filter.all(), asked.options())
        .orElseThrow(() -> unknown(asked, relation));
  }

  /** What is said of a row that is not among those related. */
  static RefusedException unknown(Asked asked, Relation relation) {
    return RefusedException.notFound(
        "No instance with id " + Target.shown(asked.part("fk")) + " found for " + relation.model());
  }

  private static Answer patched(Asked asked, Relation relation, Entity row) {
    return Answer.of(
        asked.tenant().model(relation.model()).patch(row, asked.data(), asked.options()));
  }

  private static RefusedException none(Asked asked, Relation relation) {
    return RefusedException.notFound(
        "There is no \"" + relation.name() + "\" of " + Target.shown(asked.id()) + ".");
  }
}
