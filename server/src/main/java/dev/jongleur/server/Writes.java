package dev.jongleur.server;

import dev.jongleur.Model;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.server.web.RefusedException;

/** Routes that change a model. */
final class Writes {
  private Writes() {}

  static Answer create(Asked asked) {
    Model model = asked.handle();
    return switch (asked.dataOrList()) {
      case Asked.Data.One(var item) -> Answer.of(model.create(item, asked.options()));
      case Asked.Data.Several(var items) -> Answer.list(model.createEach(items, asked.options()));
    };
  }

  static Answer replaceOrCreate(Asked asked) {
    return Answer.of(asked.handle().replaceOrCreate(asked.data(), asked.options()));
  }

  static Answer patchOrCreate(Asked asked) {
    return Answer.of(asked.handle().upsert(asked.data(), asked.options()));
  }

  static Answer upsertWithWhere(Asked asked) {
    return Answer.of(asked.handle().upsertWithWhere(asked.where(), asked.data(), asked.options()));
  }

  /** Without a where, every row, as in LoopBack. */
  static Answer updateAll(Asked asked) {
    return Answer.count(asked.handle().updateAll(asked.where(), asked.data(), asked.options()));
  }

  static Answer replaceById(Asked asked) {
    return Answer.of(asked.handle().replace(asked.key(), asked.data(), asked.options()));
  }

  static Answer patchAttributes(Asked asked) {
    Entity row = row(asked);
    return Answer.of(asked.handle().patch(row, asked.data(), asked.options()));
  }

  static Answer deleteById(Asked asked) {
    return Answer.count(asked.handle().deleteById(asked.key(), asked.options()));
  }

  /** The row that a method of an instance is called on. */
  static Entity row(Asked asked) {
    return asked
        .handle()
        .findById(asked.key(), Filter.all(), asked.options())
        .orElseThrow(() ->
            RefusedException.notFound(
                "could not find a model with id " + Target.shown(asked.id())));
  }
}
