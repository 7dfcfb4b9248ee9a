package dev.jongleur.testkit.run;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decoded arguments of a call, asked for by what they are. One of a kind that the product's
 * interface cannot even take is an {@link IllegalArgumentException}: refused, as FORMAT 5.1 says.
 */
record Arguments(List<@Nullable Object> values) {

  boolean has(int place) {
    return place < values.size();
  }

  @Nullable Object at(int place) {
    return has(place) ? values.get(place) : null;
  }

  Filter where(int place) {
    return Filter.readWhere(at(place));
  }

  Filter filter(int place) {
    return Filter.read(at(place));
  }

  Options options(int place) {
    return switch (at(place)) {
      case null -> Options.NONE;
      case Map<?, ?> map -> options(Raw.map(map));
      case Object other -> throw new IllegalArgumentException("no options: " + other);
    };
  }

  private static Options options(Map<String, @Nullable Object> values) {
    Options options = Options.NONE;
    for (var entry : values.entrySet()) {
      Object value = entry.getValue();
      options = value == null ? options : options.with(entry.getKey(), value);
    }
    return options;
  }

  /** Data of an entity; values not given are left out. */
  Map<String, @Nullable Object> data(int place) {
    return has(place) ? data(at(place)) : new LinkedHashMap<>();
  }

  List<Map<String, @Nullable Object>> dataList(int place) {
    var all = new ArrayList<Map<String, @Nullable Object>>();
    for (Object item : list(place)) {
      all.add(data(item));
    }
    return all;
  }

  List<@Nullable Object> list(int place) {
    if (at(place) instanceof List<?> list) {
      return new ArrayList<@Nullable Object>(list);
    }
    throw new IllegalArgumentException("no list: " + at(place));
  }

  String text(int place) {
    if (at(place) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no text: " + at(place));
  }

  private static Map<String, @Nullable Object> data(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> given(map);
      case Entity entity -> entity.toMap();
      case null -> throw new IllegalArgumentException("data is an object, not null");
      default -> throw new IllegalArgumentException("data is an object, not " + value);
    };
  }

  private static Map<String, @Nullable Object> given(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> {
      if (value != Nothing.UNDEFINED) {
        copy.put(String.valueOf(key), value instanceof Map<?, ?> inner ? given(inner) : value);
      }
    });
    return copy;
  }
}
