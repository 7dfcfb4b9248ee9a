package dev.jongleur.json;

import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Relation.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one relation, with LoopBack's default keys (F-248 to F-254). */
final class RelationReader {
  private static final Set<String> READ = Set.of("type", "model", "foreignKey");

  private final String owner;

  RelationReader(String owner) {
    this.owner = owner;
  }

  /** The relation; empty, and reported, when it cannot be read. */
  Optional<Relation> read(String name, Part part) {
    Part type = part.at("type");
    Optional<Kind> kind = type.text().flatMap(Kind::named);
    if (kind.isEmpty()) {
      type.wrong("there is no such kind of relation; there is hasMany, belongsTo, hasOne, ...");
      return Optional.empty();
    }
    return Optional.of(read(name, kind.get(), part));
  }

  private Relation read(String name, Kind kind, Part part) {
    Map<String, Object> settings = new LinkedHashMap<>(part.frozen());
    settings.keySet().removeAll(READ);
    String model = part.at("model").text().orElse("");
    checkModel(kind, model, part);
    checkPolymorphic(kind, part);
    String key = part.at("foreignKey").text().filter(text -> !text.isEmpty()).orElse("");
    return new Relation(
        name, kind, model, key.isEmpty() ? foreignKey(name, kind, model, part) : key, settings);
  }

  /** F-252: what a relation names, and a polymorphic belongsTo must not. */
  private static void checkModel(Kind kind, String model, Part part) {
    boolean anyModel = kind == Kind.BELONGS_TO && part.at("polymorphic").isTruthy();
    if (anyModel && !model.isEmpty()) {
      part.at("model").wrong("a polymorphic belongsTo names no model");
    }
    if (!anyModel && model.isEmpty()) {
      part.at("model").wrong("the name of the related model is missing");
    }
  }

  /** F-252: a key and its discriminator go together, and leave nothing for a selector to name. */
  private static void checkPolymorphic(Kind kind, Part part) {
    Part polymorphic = part.at("polymorphic");
    if (kind == Kind.HAS_AND_BELONGS_TO_MANY
        && polymorphic.isTruthy()
        && part.at("through").isNone()) {
      part.at("through").wrong("a polymorphic hasAndBelongsToMany names the model between");
    }
    boolean key = !polymorphic.at("foreignKey").isNone();
    boolean discriminator = !polymorphic.at("discriminator").isNone();
    if (key != discriminator) {
      polymorphic.wrong("foreignKey and discriminator are given both or neither");
    } else if (key && !polymorphic.at("selector").isNone()) {
      polymorphic.at("selector").wrong("there is nothing to name beside key and discriminator");
    }
  }

  private String foreignKey(String name, Kind kind, String model, Part part) {
    if (part.at("polymorphic").isTruthy()) {
      return polymorphicKey(name, part.at("polymorphic"));
    }
    return switch (kind) {
      case BELONGS_TO -> CamelCase.of(name + "_id");
      case HAS_MANY, HAS_ONE, HAS_AND_BELONGS_TO_MANY -> CamelCase.of(owner + "_id");
      case REFERENCES_MANY -> CamelCase.of(model + "_ids");
      case EMBEDS_ONE, EMBEDS_MANY -> "";
    };
  }

  private static String polymorphicKey(String name, Part polymorphic) {
    if (polymorphic.value() instanceof Map) {
      String selector = polymorphic.at("selector").text().orElse(name);
      return polymorphic.at("foreignKey").text().orElse(CamelCase.of(selector + "_id"));
    }
    String selector = polymorphic.value() instanceof String text ? text : name;
    return CamelCase.of(selector + "_id");
  }
}
