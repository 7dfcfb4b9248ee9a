package dev.jongleur.json.project;

import java.util.Set;

/** The models that LoopBack brings itself, which have behaviour beside their data. */
final class BuiltIn {
  private static final Set<String> NAMES =
      Set.of(
          "User",
          "AccessToken",
          "ACL",
          "Role",
          "RoleMapping",
          "Scope",
          "Application",
          "Email",
          "Change",
          "Checkpoint",
          "KeyValueModel");

  private BuiltIn() {}

  static boolean has(String model) {
    return NAMES.contains(model);
  }

  /** What is missing when a model builds on this one and does not have it. */
  static String missingWithout(String model) {
    return switch (model) {
      case "User" -> "no sign-in, no hashing of passwords, none of its properties";
      case "Email" -> "nothing is sent";
      default -> "none of its properties and methods";
    };
  }
}
