package dev.jongleur;

import dev.jongleur.registry.Registry;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the things a registry counts take, each as measured on a heap after full collections, on a
 * 64-bit JVM with compressed references.
 */
final class Sizes {
  private static final int TENANT_REGISTRY = 200;

  /** With half of what holds it: an owner has one on a tenant registry and one on a connector. */
  private static final int LEASE = 860;

  private static final int MODEL = 260;
  private static final int DEFINITION = 320;
  private static final int PROPERTY = 50;

  private Sizes() {}

  static BytesEstimated of(Registry registry) {
    List<Part> parts =
        List.of(
            new Part(registry.tenantRegistries(), "tenant registries", TENANT_REGISTRY),
            new Part(registry.leases(), "leases", LEASE),
            new Part(registry.models(), "models", MODEL),
            new Part(registry.definitions(), "definitions", DEFINITION),
            new Part(registry.properties(), "properties", PROPERTY));
    return new BytesEstimated(parts.stream().mapToLong(Part::bytes).sum(), how(parts));
  }

  private static String how(List<Part> parts) {
    return parts.stream()
        .map(Part::toString)
        .collect(
            Collectors.joining(
                " + ", "an estimate: ", "; rows, pools and drivers are not counted"));
  }

  /** So many things of one kind. */
  private record Part(long count, String what, int each) {
    long bytes() {
      return count * each;
    }

    @Override
    public String toString() {
      return count + " " + what + " x " + each;
    }
  }
}
