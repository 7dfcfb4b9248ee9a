package dev.jongleur.cli.soak.load;

/**
 * The tenants of a run.
 *
 * @param prefix what their names begin with
 */
public record Tenantry(String prefix, int count) {
  /** Whose turn a number is. */
  String name(long number) {
    return prefix + number % count;
  }
}
