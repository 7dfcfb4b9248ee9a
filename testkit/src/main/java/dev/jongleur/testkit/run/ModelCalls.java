package dev.jongleur.testkit.run;

import dev.jongleur.Model;
import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The methods of a model, by LoopBack's names (FORMAT 5.1). */
final class ModelCalls {
  private ModelCalls() {}

  static @Nullable Object call(Model model, String method, Arguments args) {
    return switch (method) {
      case "find", "all" -> model.find(args.filter(0), args.options(1));
      case "findOne" -> model.findOne(args.filter(0), args.options(1)).orElse(null);
      case "findById" -> findById(model, args);
      case "findByIds" -> model.findByIds(args.list(0), args.filter(1), args.options(2));
      case "exists" -> model.exists(args.at(0), args.options(1));
      case "count" -> model.count(args.where(0), args.options(1));
      case "new" -> model.make(args.data(0), args.options(1));
      case "create" -> create(model, args);
      case "createAll" -> model.createAll(args.dataList(0), args.options(1));
      default -> change(model, method, args);
    };
  }

  static Map<String, @Nullable Object> counted(long rows) {
    return Map.of("count", rows);
  }

  private static @Nullable Object change(Model model, String method, Arguments args) {
    return switch (method) {
      case "updateOrCreate", "upsert", "patchOrCreate" ->
          model.upsert(args.data(0), args.options(1));
      case "upsertWithWhere", "patchOrCreateWithWhere" ->
          model.upsertWithWhere(args.where(0), args.data(1), args.options(2));
      case "replaceOrCreate" -> model.replaceOrCreate(args.data(0), args.options(1));
      case "replaceById" -> model.replace(args.at(0), args.data(1), args.options(2));
      case "findOrCreate" -> findOrCreate(model, args);
      case "updateAll", "update" -> updateAll(model, args);
      case "destroyAll", "deleteAll", "remove" ->
          counted(model.deleteAll(args.where(0), args.options(1)));
      case "destroyById", "deleteById", "removeById" ->
          counted(model.deleteById(args.at(0), args.options(1)));
      default -> ask(model, method, args);
    };
  }

  private static @Nullable Object ask(Model model, String method, Arguments args) {
    return switch (method) {
      case "getPropertyType" -> Describe.typeOf(model.definition(), args.text(0));
      case "isHiddenProperty" -> model.definition().settings().hidden().contains(args.text(0));
      case "isProtectedProperty" ->
          model.definition().settings().sheltered().contains(args.text(0));
      case "getUpdateOnlyProperties" ->
          model.definition().properties().stream()
              .filter(model.definition()::isUpdateOnly)
              .map(Property::name)
              .toList();
      case "include" -> include(model, args);
      case "beginTransaction" -> model.beginTransaction(args.options(0));
      case "clearObservers" -> {
        model.clearObservers(Hook.named(args.text(0)).orElseThrow());
        yield null;
      }
      default -> throw new MissingFeature("method " + method + " of a model");
    };
  }

  private static Object include(Model model, Arguments args) {
    var rows = new ArrayList<Entity>();
    args.list(0).forEach(row -> rows.add((Entity) Objects.requireNonNull(row)));
    Filter filter = Filter.read(Map.of("include", Objects.requireNonNull(args.at(1))));
    return model.include(rows, filter, args.options(2));
  }

  private static @Nullable Object findById(Model model, Arguments args) {
    return model.findById(args.at(0), args.filter(1), args.options(2)).orElse(null);
  }

  private static Object create(Model model, Arguments args) {
    return switch (args.at(0)) {
      case List<?> list -> model.createEach(args.dataList(0), args.options(1));
      case Entity entity -> model.create(entity, args.options(1));
      case null, default -> model.create(args.data(0), args.options(1));
    };
  }

  private static Object updateAll(Model model, Arguments args) {
    return counted(
        args.has(1)
            ? model.updateAll(args.where(0), args.data(1), args.options(2))
            : model.updateAll(Filter.all(), args.data(0)));
  }

  /** With one argument it is the data, which is also the where. */
  private static Object findOrCreate(Model model, Arguments args) {
    Found found =
        args.has(1)
            ? model.findOrCreate(args.filter(0), args.data(1), args.options(2))
            : model.findOrCreate(args.where(0), args.data(0), args.options(1));
    return List.of(found.entity(), found.created());
  }
}
