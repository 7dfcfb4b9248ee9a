package dev.jongleur.json;

import dev.jongleur.definition.CamelCase;
import dev.jongleur.definition.Plural;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Relation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one relation, with LoopBack's default keys (F-248 to F-254). */
final class RelationReader {
  private static final Set<String> READ = Set.of("type", "model", "foreignKey");

  private final String owner;
  private final List<Map<String, Object>> codes = new ArrayList<>();

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
    checkModel(name, kind, model, part);
    checkPolymorphic(name, kind, part);
    String key = part.at("foreignKey").text().filter(text -> !text.isEmpty()).orElse("");
    return new Relation(
        name, kind, model, key.isEmpty() ? foreignKey(name, kind, model, part) : key, settings);
  }

  /** F-252: what a relation names, and a polymorphic belongsTo must not. */
  private void checkModel(String name, Kind kind, String model, Part part) {
    boolean polymorphic = part.at("polymorphic").isTruthy();
    boolean belongs = kind == Kind.BELONGS_TO;
    Part named = part.at("model");
    if (polymorphic && belongs && !model.isEmpty()) {
      named.wrong("a polymorphic belongsTo names no model");
      code("POLYMORPHIC_BELONGS_TO_MODEL", name, kind);
    } else if (model.isEmpty() && !(polymorphic && belongs)) {
      named.wrong("the name of the related model is missing");
      code(
          polymorphic ? "POLYMORPHIC_NOT_BELONGS_TO_MISSING_MODEL" : "BELONGS_TO_MISSING_MODEL",
          name,
          kind);
    }
  }

  /** F-252: a key and its discriminator go together, and leave nothing for a selector to name. */
  private void checkPolymorphic(String name, Kind kind, Part part) {
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
      String missing = key ? "DISCRIMINATOR" : "FOREIGN_KEY";
      code("POLYMORPHIC_MISSING_" + missing, name, kind);
    } else if (key) {
      checkNothingToName(name, kind, polymorphic);
    }
  }

  private void checkNothingToName(String name, Kind kind, Part polymorphic) {
    for (String key : List.of("selector", "as")) {
      if (!polymorphic.at(key).isNone()) {
        polymorphic.at(key).wrong("there is nothing to name beside key and discriminator");
        code("POLYMORPHIC_EXTRANEOUS_" + key.toUpperCase(Locale.ROOT), name, kind);
      }
    }
  }

  private void code(String code, String name, Kind kind) {
    codes.add(Map.of("code", code, "rType", kind.label(), "rName", name));
  }

  /** LoopBack's codes of what is wrong with relations, in the order in which it was found. */
  List<Map<String, Object>> codes() {
    return codes;
  }

  private String foreignKey(String name, Kind kind, String model, Part part) {
    if (part.at("polymorphic").isTruthy()) {
      return polymorphicKey(name, part.at("polymorphic"));
    }
    return switch (kind) {
      case BELONGS_TO -> CamelCase.of(name + "_id");
      case HAS_MANY, HAS_ONE, HAS_AND_BELONGS_TO_MANY -> CamelCase.of(owner + "_id");
      case REFERENCES_MANY -> CamelCase.of(model + "_ids");
      case EMBEDS_ONE -> embedded(name, CamelCase.of(model), part);
      case EMBEDS_MANY -> embedded(name, CamelCase.of(Plural.of(model)), part);
    };
  }

  /** The property that the embedded values are in; never called as the relation is (F-293). */
  private static String embedded(String relation, String usual, Part part) {
    String property = part.at("property").value() instanceof String said ? said : usual;
    return property.equals(relation) ? "_" + property : property;
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
