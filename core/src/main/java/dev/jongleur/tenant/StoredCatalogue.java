package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.OBJECT;
import static dev.jongleur.definition.ScalarType.STRING;

import dev.jongleur.connector.Partition;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.read.Find;
import dev.jongleur.operation.read.FindById;
import dev.jongleur.operation.write.DeleteById;
import dev.jongleur.operation.write.ReplaceOrCreate;
import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import dev.jongleur.relation.Includes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row for each tenant, in a model of Jongleur's own: in a partition of a data source that no
 * tenant can have, since its name is reserved.
 */
final class StoredCatalogue implements Catalogue {
  /** The partition; no tenant can be called so. */
  static final String PARTITION = "jongleur";

  private static final ModelDefinition TENANT =
      ModelDefinition.of(
          "Tenant",
          tenant ->
              tenant
                  .strict(Strict.REFUSE)
                  .property(Property.of("id", STRING).asId(1))
                  .property(StandingRow.SUSPENDED, BOOLEAN)
                  .property(StandingRow.LIMITS, OBJECT)
                  .property(StandingRow.OVERLAY, OBJECT));

  private static final Partition PLACE = new Partition(PARTITION);

  private final OpenedStore store;
  private final ModelSpace space;
  private final StandingRow form;

  /** Whether there is anything to read; reading alone makes nothing. */
  private volatile boolean there;

  StoredCatalogue(Registry registry, DataSources dataSources, String dataSource) {
    this.store = dataSources.open(dataSource, PLACE);
    this.space = new ModelSpace("The catalogue of tenants", registry, List.of(store));
    this.form = new StandingRow();
    try {
      var _ = space.define(TENANT, store);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Set<String> names() {
    if (!isThere()) {
      return Set.of();
    }
    Filter ids = Filter.all().withFields(Fields.only("id"));
    return with(model ->
        Find.rows(call(model), ids, Includes::attach).stream()
            .map(row -> String.valueOf(row.id()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Optional<Standing> read(TenantId id) {
    if (!isThere()) {
      return Optional.empty();
    }
    return with(model -> FindById.row(call(model), id.name(), Filter.all(), Includes::attach))
        .map(Entity::toMap)
        .map(form::read);
  }

  @Override
  public void write(TenantId id, Standing standing) {
    var _ = with(model -> ReplaceOrCreate.row(call(model), form.write(id, standing)));
    there = true;
  }

  @Override
  public void remove(TenantId id) {
    if (isThere()) {
      var _ = with(model -> DeleteById.row(call(model), id.name()));
    }
  }

  @Override
  public void close() {
    space.close();
  }

  private boolean isThere() {
    if (!there) {
      there = store.connector().holds(PLACE);
    }
    return there;
  }

  private <T> T with(Function<BoundModel, T> work) {
    return space.during(() -> work.apply(space.model(TENANT.name())));
  }

  private static Call call(BoundModel model) {
    return Call.of(model, Options.NONE);
  }
}
