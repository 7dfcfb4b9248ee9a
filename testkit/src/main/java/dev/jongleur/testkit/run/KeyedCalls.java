package dev.jongleur.testkit.run;

import dev.jongleur.KeyValueModel;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of a key-value model, by LoopBack's names (FORMAT 5.1); times in milliseconds. */
final class KeyedCalls {
  private KeyedCalls() {}

  static @Nullable Object call(KeyValueModel model, String method, Arguments args) {
    return switch (method) {
      case "get" -> model.get(args.text(0)).orElse(null);
      case "ttl" -> model.ttl(args.text(0)).map(Duration::toMillis).orElse(null);
      case "keys", "iterateKeys" -> keys(model, args.at(0)).toList();
      case "deleteAll" -> model.deleteAll();
      default -> change(model, method, args);
    };
  }

  private static @Nullable Object change(KeyValueModel model, String method, Arguments args) {
    switch (method) {
      case "set" -> set(model, args);
      case "expire" -> model.expire(args.text(0), time(args.at(1)));
      case "delete" -> {
        var _ = model.delete(args.text(0));
      }
      default -> throw new MissingFeature("method " + method + " of a key-value model");
    }
    return null;
  }

  private static void set(KeyValueModel model, Arguments args) {
    Object value = args.at(1);
    if (value == null) {
      throw new IllegalArgumentException("null is no value under a key");
    }
    Object options = args.at(2) instanceof Map<?, ?> map ? map.get("ttl") : args.at(2);
    if (options == null) {
      model.set(args.text(0), value);
    } else {
      model.set(args.text(0), value, time(options));
    }
  }

  private static Stream<String> keys(KeyValueModel model, @Nullable Object filter) {
    return filter instanceof Map<?, ?> map && map.get("match") != null
        ? model.keys(Raw.text(map.get("match")))
        : model.keys();
  }

  private static Duration time(@Nullable Object millis) {
    if (millis instanceof Number number) {
      return Duration.ofNanos(Math.round(number.doubleValue() * 1e6));
    }
    throw new IllegalArgumentException("no time: " + millis);
  }
}
