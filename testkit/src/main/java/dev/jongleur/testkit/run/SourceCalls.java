package dev.jongleur.testkit.run;

import dev.jongleur.DataSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The methods of a data source, by LoopBack's names (FORMAT 5.1). */
final class SourceCalls {
  private SourceCalls() {}

  static @Nullable Object call(World world, DataSource source, String method, Arguments args) {
    return switch (method) {
      case "automigrate" -> {
        source.automigrate(names(args));
        yield null;
      }
      case "ping" -> {
        source.ping();
        yield null;
      }
      case "getModel" -> world.model(args.text(0)).map(model -> source.model(model.name()));
      case "buildModelFromInstance" ->
          world.define(source, args.text(0), args.data(1), Raw.map(args.at(2)));
      default -> throw new MissingFeature("method " + method + " of a data source");
    };
  }

  private static String[] names(Arguments args) {
    return switch (args.at(0)) {
      case List<?> list -> list.stream().map(Objects::toString).toArray(String[]::new);
      case null -> new String[0];
      case Object name -> new String[] {name.toString()};
    };
  }
}
