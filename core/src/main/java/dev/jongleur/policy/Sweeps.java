package dev.jongleur.policy;

/** How eagerly idle tenants are folded at each pressure; each mark is above the one before. */
public record Sweeps(Sweep none, Sweep low, Sweep medium, Sweep high) {
  public Sweep at(Pressure pressure) {
    return switch (pressure) {
      case NONE -> none;
      case LOW -> low;
      case MEDIUM -> medium;
      case HIGH -> high;
    };
  }

  public Sweeps with(Pressure pressure, Sweep sweep) {
    return switch (pressure) {
      case NONE -> new Sweeps(sweep, low, medium, high);
      case LOW -> new Sweeps(none, sweep, medium, high);
      case MEDIUM -> new Sweeps(none, low, sweep, high);
      case HIGH -> new Sweeps(none, low, medium, sweep);
    };
  }
}
