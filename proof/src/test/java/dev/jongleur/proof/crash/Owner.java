package dev.jongleur.proof.crash;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.Transaction;
import dev.jongleur.query.Filter;

/** Whose rows are in one log: a tenant's, or those of a data source that has no tenants. */
public sealed interface Owner {
  Model model(String name);

  Transaction begin();

  /** Removes all rows of a model; whether its ids begin anew. */
  boolean renew(String model);

  /** One of two tenants of an application. */
  record OfTenant(Tenant tenant) implements Owner {
    @Override
    public Model model(String name) {
      return tenant.model(name);
    }

    @Override
    public Transaction begin() {
      return tenant.beginTransaction();
    }

    @Override
    public boolean renew(String model) {
      var _ = model(model).deleteAll(Filter.all());
      return false;
    }
  }

  /** One of two data sources of a registry. */
  record OfSource(DataSource source) implements Owner {
    @Override
    public Model model(String name) {
      return source.model(name);
    }

    @Override
    public Transaction begin() {
      return source.beginTransaction();
    }

    @Override
    public boolean renew(String model) {
      source.automigrate(model);
      return true;
    }
  }
}
