package dev.jongleur.cli.soak.load;

import dev.jongleur.Model;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;

/** The look for what is another tenant's. */
final class Own {
  private static final String PREFIX = "own_";

  private Own() {}

  /**
   * Reads all rows that a tenant sees.
   *
   * @throws CommandFailure when one is another's
   */
  static void rows(Model model, String tenant) {
    for (Entity row : model.find()) {
      if (!tenant.equals(row.get(ModelFiles.OWNER))) {
        throw new CommandFailure(
            tenant + " sees a row of " + row.get(ModelFiles.OWNER) + " in " + model.name() + ".");
      }
    }
  }

  /** The property that a tenant may have of its own, in any model. */
  static String property(String tenant) {
    return PREFIX + tenant;
  }

  /**
   * Looks at all properties that a tenant sees.
   *
   * @throws CommandFailure when one is of another's own
   */
  static void properties(Model model, String tenant) {
    for (Property property : model.definition().properties()) {
      String name = property.name();
      if (name.startsWith(PREFIX) && !name.equals(property(tenant))) {
        throw new CommandFailure(
            tenant + " sees the property " + name + " in " + model.name() + ".");
      }
    }
  }
}
