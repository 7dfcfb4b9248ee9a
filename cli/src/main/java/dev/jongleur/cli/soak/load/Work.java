package dev.jongleur.cli.soak.load;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.connector.Settings;
import dev.jongleur.entity.Entity;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a request does with its data source: defines the models, works, and looks at what it gets
 * back.
 *
 * @param settings of a tenant by its name
 */
public record Work(Function<String, Settings> settings, ModelFiles files) {
  Settings settings(String tenant) {
    return settings.apply(tenant);
  }

  /**
   * Does it all on an open data source.
   *
   * @throws CommandFailure when a row is lost, changed or another's
   */
  public void on(DataSource source, String tenant, long number) {
    files.definitions().forEach(source::define);
    ModelFiles.File file = files.turn(number);
    storeAndFind(source.model(file.name()), file.row(tenant, number));
    Own.rows(source.model(file.name()), tenant);
  }

  private static void storeAndFind(Model model, Map<String, Object> row) {
    Object id = model.create(row).id();
    Entity found =
        model
            .findById(id)
            .orElseThrow(
                () -> new CommandFailure(model.name() + " " + id + " was stored, yet not found."));
    Entity wanted = model.make(row);
    for (String property : row.keySet()) {
      if (!Objects.equals(wanted.get(property), found.get(property))) {
        throw new CommandFailure(
            "The property \"%s\" of %s %s was stored as %s and found as %s."
                .formatted(property, model.name(), id, wanted.get(property), found.get(property)));
      }
    }
  }
}
