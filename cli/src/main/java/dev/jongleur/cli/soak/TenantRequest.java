package dev.jongleur.cli.soak;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.connector.Settings;
import dev.jongleur.entity.Entity;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A request as applications make them; it looks at what it gets back. */
record TenantRequest(Function<String, Settings> settings, ModelFiles files) implements Request {
  @Override
  public void perform(ModelRegistry registry, String tenant, long number) {
    try (DataSource source = registry.open(settings.apply(tenant))) {
      files.definitions().forEach(source::define);
      ModelFiles.File file = files.turn(number);
      storeAndFind(source.model(file.name()), file.row(tenant, number));
      seeOwnRowsOnly(source.model(file.name()), tenant);
    }
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

  private static void seeOwnRowsOnly(Model model, String tenant) {
    for (Entity row : model.find()) {
      if (!tenant.equals(row.get(ModelFiles.OWNER))) {
        throw new CommandFailure(
            tenant + " sees a row of " + row.get(ModelFiles.OWNER) + " in " + model.name() + ".");
      }
    }
  }
}
