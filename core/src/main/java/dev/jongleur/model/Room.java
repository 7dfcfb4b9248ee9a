package dev.jongleur.model;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.registry.OpenedStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes room for many models: those that live in one store are made together. */
final class Room {
  private Room() {}

  static void makeFor(Collection<BoundModel> models) {
    Map<OpenedStore, List<BoundModel>> byStore =
        models.stream()
            .filter(model -> !model.isPrepared())
            .collect(Collectors.groupingBy(BoundModel::opened));
    byStore.forEach(Room::make);
  }

  private static void make(OpenedStore opened, List<BoundModel> models) {
    List<ModelDefinition> now = models.stream().map(BoundModel::definition).toList();
    opened.store().prepareAll(now);
    for (int i = 0; i < now.size(); i++) {
      models.get(i).prepared(now.get(i));
    }
  }
}
