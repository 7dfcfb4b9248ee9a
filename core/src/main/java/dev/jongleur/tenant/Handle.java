package dev.jongleur.tenant;

/** What programs hold of a tenant, as the tenant sees it; one for each stay. */
public interface Handle {
  /**
   * Gives back what was kept to find it and its models faster: the tenant was folded, or its stay
   * is over.
   */
  void forget();
}
