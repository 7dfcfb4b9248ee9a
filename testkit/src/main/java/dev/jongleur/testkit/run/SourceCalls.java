package dev.jongleur.testkit.run;

import dev.jongleur.DataSource;
import dev.jongleur.error.UnsupportedException;
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
      case "autoupdate" -> {
        source.autoupdate(names(args));
        yield null;
      }
      case "isActual" -> source.isActual(names(args));
      case "getTypes" -> source.types();
      case "supportTypes" -> source.supportsTypes(names(args));
      case "execute" -> execute(source, args);
      case "buildModelFromInstance" ->
          world.define(source, args.text(0), args.data(1), Raw.map(args.at(2)));
      default -> throw new MissingFeature("method " + method + " of a data source");
    };
  }

  /** To refuse is what a connector without commands has to do: no feature is missing then. */
  private static Object execute(DataSource source, Arguments args) {
    try {
      return source.execute(args.text(0), args.values().stream().skip(1).toArray());
    } catch (UnsupportedException refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  private static String[] names(Arguments args) {
    return switch (args.at(0)) {
      case List<?> list -> list.stream().map(Objects::toString).toArray(String[]::new);
      case null -> new String[0];
      case Object name -> new String[] {name.toString()};
    };
  }
}
