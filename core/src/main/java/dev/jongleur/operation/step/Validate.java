package dev.jongleur.operation.step;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.ValidationErrors;
import dev.jongleur.operation.call.Call;
import dev.jongleur.plan.Question;
import dev.jongleur.query.Filter;
import dev.jongleur.validation.Circumstances;
import dev.jongleur.validation.Languages;
import dev.jongleur.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks whether an entity may be stored (F-343), and stores nothing. */
public final class Validate {
  private Validate() {}

  /**
   * Refuses an entity that may not be stored.
   *
   * @throws dev.jongleur.error.ValidationException telling everything that is wrong
   */
  static void check(Call call, Entity entity) {
    if (!Validator.of(call.model()).passes(entity)) {
      entity(call, entity).throwIfAny();
    }
  }

  /** Everything that is wrong with an entity; empty when nothing is. */
  public static ValidationErrors entity(Call call, Entity entity) {
    Validator validator = Validator.of(call.model());
    return validator.passes(entity)
        ? ValidationErrors.none(call.model().name())
        : validator.errors(entity, new OfCall(call));
  }

  /** What a call tells its validation; its settings are found as all are (F-005). */
  private record OfCall(Call call) implements Circumstances {
    private static final int SHOWN = 32;

    @Override
    public Map<String, ? extends @Nullable Object> options() {
      return call.options().values();
    }

    @Override
    public List<Entity> find(Filter filter) {
      Filter ready = Question.toRead(filter, call.flags());
      return call.store().find(call.model(), ready).stream().map(call::typed).toList();
    }

    @Override
    public long count(Filter filter) {
      return call.store().count(call.model(), Question.toRead(filter, call.flags()).where());
    }

    @Override
    public Locale locale() {
      return Optional.ofNullable(call.options().values().get("locale"))
          .flatMap(Languages::best)
          .or(() -> call.flags().setting("locale").flatMap(Languages::best))
          .orElse(Locale.ROOT);
    }

    @Override
    public Optional<String> message(String code) {
      Optional<Object> texts = call.flags().value("validationMessages");
      return texts.isPresent() && texts.get() instanceof Map<?, ?> map
          ? Optional.ofNullable(map.get(code)).map(String::valueOf)
          : Optional.empty();
    }

    @Override
    public int maxPropertyStringLength() {
      return call.flags().number("maxPropertyStringLength", SHOWN);
    }
  }
}
