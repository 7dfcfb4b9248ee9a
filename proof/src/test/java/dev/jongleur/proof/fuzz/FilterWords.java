package dev.jongleur.proof.fuzz;

import dev.jongleur.json.JsonWriter;
import dev.jongleur.query.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Filters by the grammar of LoopBack, wrong in places. */
final class FilterWords {
  private static final List<String> PATHS =
      List.of(
          "id",
          "name",
          "age",
          "at",
          "place",
          "tags",
          "lines",
          "lines.sku",
          "first.sku",
          "secret",
          "lines.cost",
          "any",
          "any.x.y",
          "nowhere",
          "lines.0.sku",
          "place.lat",
          "");

  private static final List<String> OPERATORS =
      Stream.concat(
              Stream.of(Operator.values()).map(Operator::label),
              Stream.of(
                  "not", "maxDistance", "minDistance", "unit", "options", "gtt", "$gt", "neg"))
          .toList();

  private static final List<String> WORDS =
      Stream.of(
              PATHS,
              OPERATORS,
              List.of("where", "and", "or", "nor", "order", "limit", "skip", "offset", "fields"),
              List.of("include", "relation", "scope", "name DESC", "age ASC, name", "a%", "miles"))
          .flatMap(List::stream)
          .toList();

  private final Random random;
  private final Json json;

  private FilterWords(Random random) {
    this.random = random;
    this.json = new Json(random, WORDS);
  }

  static String text(Random random) {
    return Mutation.of(random, JsonWriter.text(new FilterWords(random).filter(2)));
  }

  /** As {@code qs} writes it, mostly. */
  static String brackets(Random random) {
    var words = new FilterWords(random);
    Object filter = words.filter(2);
    return Mutation.of(random, Brackets.of(filter));
  }

  private @Nullable Object filter(int depth) {
    if (random.nextInt(30) == 0) {
      return json.value(3);
    }
    var filter = new LinkedHashMap<String, @Nullable Object>();
    put(filter, "where", 2, where(3));
    put(filter, "order", 4, odd(order()));
    put(filter, "limit", 5, odd(json.number()));
    put(filter, "skip", 5, odd(json.number()));
    put(
        filter,
        "fields",
        5,
        odd(json.one(List.of("name", List.of("id", "lines"), Map.of("age", false)))));
    put(filter, "include", 5, include(depth));
    if (random.nextInt(25) == 0) {
      filter.put(json.word(), json.value(2));
    }
    return filter;
  }

  private void put(
      Map<String, @Nullable Object> filter, String key, int oneIn, @Nullable Object value) {
    if (random.nextInt(oneIn) == 0) {
      filter.put(key, value);
    }
  }

  private Object order() {
    return json.one(
        List.of(
            "name",
            "age DESC",
            "lines.sku asc,name",
            List.of("at DESC", "id"),
            "place",
            "any",
            "name ignoreCase",
            Map.of("property", "name", "direction", "DESC", "ignoreCase", true)));
  }

  private @Nullable Object include(int depth) {
    return random.nextInt(3) == 0 || depth == 0
        ? odd(json.one(List.of("friends", List.of("friends"), Map.of("friends", "friends"))))
        : Map.of(
            "relation",
            "friends",
            "scope",
            String.valueOf(random.nextInt(2)).equals("0") ? Map.of() : orEmpty(filter(depth - 1)));
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? Map.of() : value;
  }

  private @Nullable Object where(int depth) {
    var where = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      if (depth > 0 && random.nextInt(3) == 0) {
        where.put(json.one(List.of("and", "or", "nor")), odd(group(depth - 1)));
      } else {
        where.put(json.one(PATHS), condition(depth - 1));
      }
    }
    return odd(where);
  }

  private List<@Nullable Object> group(int depth) {
    var parts = new ArrayList<@Nullable Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(where(depth));
    }
    return parts;
  }

  private @Nullable Object condition(int depth) {
    if (depth < 0 || random.nextInt(3) == 0) {
      return json.value(1);
    }
    var operators = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      String operator = json.one(OPERATORS);
      operators.put(operator, operand(operator, depth - 1));
    }
    return operators;
  }

  private @Nullable Object operand(String operator, int depth) {
    if (random.nextInt(6) == 0) {
      return json.value(2);
    }
    return switch (operator) {
      case "inq", "nin", "between", "containsAll", "containsAny" -> json.list(1);
      case "like", "nlike", "ilike", "nilike" -> json.one(List.of("a%", "_", "%", "\\", "é"));
      case "regexp" -> json.one(List.of("a", "/A/i", "^", "(", "(x+x+)+y", "a{1000}{1000}"));
      case "near" -> json.one(List.of("1,2", Map.of("lat", 1, "lng", 2), List.of(1, 2), "91,0"));
      case "exists" -> random.nextBoolean();
      case "elemMatch" -> random.nextBoolean() ? where(depth) : condition(depth);
      case "not" -> condition(depth);
      default -> json.value(1);
    };
  }

  /** The value, or now and then something else. */
  private @Nullable Object odd(@Nullable Object value) {
    return random.nextInt(15) == 0 ? json.value(2) : value;
  }
}
