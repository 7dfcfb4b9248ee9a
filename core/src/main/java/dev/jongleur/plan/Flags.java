package dev.jongleur.plan;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.query.Options;
import java.util.Optional;

/** Run-time flags: the call's option, else the model's setting, else the data source's (F-005). */
public record Flags(
    Options options, ModelDefinition model, Settings dataSource, ModelLookup models) {
  /** What the paths of a filter begin at. */
  Ground ground() {
    return Ground.row(model, models);
  }

  public boolean is(String name, boolean otherwise) {
    if (options.values().get(name) instanceof Boolean flag) {
      return flag;
    }
    return model.settings().others().get(name) instanceof Boolean flag
        ? flag
        : dataSource.flag(name).orElse(otherwise);
  }

  public int number(String name, int otherwise) {
    return options
        .number(name)
        .or(() -> modelNumber(name))
        .or(() -> dataSource.number(name))
        .orElse(otherwise);
  }

  /** A setting of any kind. */
  public Optional<Object> value(String name) {
    return Optional.ofNullable(options.values().get(name)).or(() -> setting(name));
  }

  /** The same whatever the call says. */
  public Optional<Object> setting(String name) {
    return Optional.<Object>ofNullable(model.settings().others().get(name))
        .or(() -> Optional.ofNullable(dataSource.values().get(name)));
  }

  private Optional<Integer> modelNumber(String name) {
    return model.settings().others().get(name) instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }
}
