package dev.jongleur.cli.doctor;

import java.util.List;

/** Whose a class is: of what leads to an object, the application's own part names the holder. */
final class Ownership {
  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  /** Collections and caches that applications keep things in. */
  private static final List<String> COLLECTIONS =
      List.of(
          "com.github.benmanes.caffeine.",
          "com.google.common.",
          "com.googlecode.concurrentlinkedhashmap.",
          "it.unimi.dsi.fastutil.",
          "kotlin.",
          "org.agrona.",
          "org.apache.commons.collections",
          "org.cache2k.",
          "org.eclipse.collections.",
          "org.ehcache.",
          "scala.");

  /** What is built with Jongleur beside it, and not a part of it. */
  private static final List<String> BESIDE =
      List.of("dev.jongleur.cli.", "dev.jongleur.examples.", "dev.jongleur.bench.");

  private Ownership() {}

  static boolean isApplication(String className) {
    return !className.endsWith("[]")
        && !isPlatform(className)
        && !isJongleur(className)
        && !begins(className, COLLECTIONS);
  }

  static boolean isPlatform(String className) {
    return begins(className, PLATFORM);
  }

  /** Whether it is the JDK's collections and what they are made of, or an array. */
  static boolean isCollection(String className) {
    return className.startsWith("java.util.") || className.endsWith("[]");
  }

  static boolean isJongleur(String className) {
    return className.startsWith("dev.jongleur.") && !begins(className, BESIDE);
  }

  private static boolean begins(String className, List<String> prefixes) {
    return prefixes.stream().anyMatch(className::startsWith);
  }
}
