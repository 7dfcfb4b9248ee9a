package dev.jongleur.testkit.run;

import dev.jongleur.Model;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of an entity, by LoopBack's names (FORMAT 5.1). */
final class EntityCalls {
  private EntityCalls() {}

  /**
   * What a method came to.
   *
   * @param changed what the entity's name is to be bound to, when the method changes it
   */
  record Answer(@Nullable Object result, Optional<Entity> changed) {}

  static Answer call(Model model, Entity entity, String method, Arguments args) {
    return switch (method) {
      case "save" -> changed(model.save(entity, args.options(0)));
      case "updateAttributes", "patchAttributes" ->
          changed(model.patch(entity, args.data(0), args.options(1)));
      case "updateAttribute" ->
          changed(model.patch(entity, one(args.text(0), args.at(1)), args.options(2)));
      case "replaceAttributes" -> changed(model.replace(entity, args.data(0), args.options(1)));
      case "setAttributes" -> changed(model.assign(entity, args.data(0)));
      case "setAttribute" -> changed(model.assign(entity, args.text(0), args.at(1)));
      case "unsetAttribute" -> changed(unset(entity, args));
      case "setStrict" -> new Answer(null, Optional.of(entity.withStrict(strict(args.at(0)))));
      default -> new Answer(ask(model, entity, method, args), Optional.empty());
    };
  }

  private static @Nullable Object ask(Model model, Entity entity, String method, Arguments args) {
    return switch (method) {
      case "destroy", "delete", "remove" ->
          ModelCalls.counted(model.delete(entity, args.options(0)));
      case "reload" -> model.reload(entity, args.options(0)).orElse(null);
      case "isNewRecord" -> !entity.isStored();
      case "toJSON" -> entity.toJson();
      case "toObject" -> toObject(entity, args);
      case "getPropertyType" -> Describe.typeOf(entity.definition(), args.text(0));
      default -> throw new MissingFeature("method " + method + " of an entity");
    };
  }

  private static Answer changed(Entity entity) {
    return new Answer(entity, Optional.of(entity));
  }

  private static Map<String, @Nullable Object> one(String name, @Nullable Object value) {
    return java.util.Collections.singletonMap(name, value);
  }

  private static Entity unset(Entity entity, Arguments args) {
    String name = args.text(0);
    return is(args.at(1)) ? entity.with(name, null) : entity.without(name);
  }

  private static Map<String, @Nullable Object> toObject(Entity entity, Arguments args) {
    Map<String, @Nullable Object> named = Raw.map(args.at(0));
    return args.at(0) instanceof Map
        ? entity.toObject(is(named.get("removeHidden")), is(named.get("removeProtected")))
        : entity.toObject(!Boolean.FALSE.equals(args.at(0)), is(args.at(1)), is(args.at(2)));
  }

  private static Strict strict(@Nullable Object mode) {
    return switch (mode) {
      case Boolean flag -> flag ? Strict.REFUSE : Strict.OPEN;
      case String text when text.equals("filter") -> Strict.FILTER;
      case null, default -> throw new IllegalArgumentException("no mode of strictness: " + mode);
    };
  }

  private static boolean is(@Nullable Object flag) {
    return Boolean.TRUE.equals(flag);
  }
}
