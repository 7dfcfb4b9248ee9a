package dev.jongleur.operation.call;

import dev.jongleur.definition.Strict;
import dev.jongleur.entity.EntityReader;

/**
 * Reads data into entities as the options of a call say: with defaults or without, how strictly.
 */
final class Readers {
  private Readers() {}

  static EntityReader of(Call call) {
    EntityReader plain = EntityReader.of(call.model(), call.binding().models());
    boolean givesDefaults = call.options().flag("applyDefaultValues").orElse(true);
    EntityReader reader = givesDefaults ? plain : plain.withoutDefaults();
    return switch (call.options().values().get("strict")) {
      case Boolean strict -> reader.strict(strict ? Strict.REFUSE : Strict.OPEN);
      case String text when text.equals("filter") -> reader.strict(Strict.FILTER);
      case null, default -> reader;
    };
  }
}
