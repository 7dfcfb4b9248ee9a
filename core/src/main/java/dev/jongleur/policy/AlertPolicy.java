package dev.jongleur.policy;

/**
 * From where on an operator is told.
 *
 * @param tenantRegistries more than so many tenants hold something on a data source
 * @param unfoldedPerMinute more than so many tenants were unfolded within a minute
 * @param heap more than this much of the heap is alive
 */
public record AlertPolicy(int tenantRegistries, int unfoldedPerMinute, HeapMark heap) {
  public AlertPolicy {
    if (tenantRegistries < 0 || unfoldedPerMinute < 0) {
      throw new IllegalArgumentException("A threshold is not negative.");
    }
  }

  public AlertPolicy withTenantRegistries(int most) {
    return new AlertPolicy(most, unfoldedPerMinute, heap);
  }

  public AlertPolicy withUnfoldedPerMinute(int most) {
    return new AlertPolicy(tenantRegistries, most, heap);
  }

  public AlertPolicy withHeap(HeapMark most) {
    return new AlertPolicy(tenantRegistries, unfoldedPerMinute, most);
  }
}
