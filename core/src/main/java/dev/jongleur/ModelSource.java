package dev.jongleur;

import dev.jongleur.admission.Admission;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.OpenRows;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.tenant.TenantLife;
import java.lang.ref.Reference;
import java.util.function.Function;

/** Where a handle finds its model at each call, so that it holds nothing open itself. */
sealed interface ModelSource {
  /** Looks at the model, or changes what is around it. */
  <T> T with(Function<BoundModel, T> work);

  /** Works on the model's data, as the owner's limits allow. */
  <T> T operate(Function<BoundModel, T> work);

  /** Opens rows to be read piece by piece, as the owner's limits allow. */
  OpenRows open(Function<BoundModel, Pieces> opening);

  /** What has to live as long as somebody uses what the model handed out. */
  Object hold();

  /** A model of a data source, whose hold it keeps: while a handle lives, so does its owner. */
  record Fixed(BoundModel model, Object owner) implements ModelSource {
    @Override
    public <T> T with(Function<BoundModel, T> work) {
      try {
        return model.space().during(() -> work.apply(model.present()));
      } finally {
        Reference.reachabilityFence(owner);
      }
    }

    @Override
    public <T> T operate(Function<BoundModel, T> work) {
      return with(work);
    }

    @Override
    public OpenRows open(Function<BoundModel, Pieces> opening) {
      return with(bound -> bound.space().open(() -> opening.apply(bound), Admission.FREE));
    }

    @Override
    public Object hold() {
      return owner;
    }
  }

  /** A model of a tenant, which may be folded between calls. */
  record OfTenant(TenantLife tenant, String name) implements ModelSource {
    @Override
    public <T> T with(Function<BoundModel, T> work) {
      return tenant.with(name, work);
    }

    @Override
    public <T> T operate(Function<BoundModel, T> work) {
      return tenant.operate(name, work);
    }

    @Override
    public OpenRows open(Function<BoundModel, Pieces> opening) {
      return tenant.open(name, opening);
    }

    @Override
    public Object hold() {
      return tenant;
    }
  }
}
