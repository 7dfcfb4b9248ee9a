package dev.jongleur.governor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tenants by when they were used last, some of them in use, some of which cannot be folded. */
final class Village implements Idle {
  final List<String> folded = new ArrayList<>();
  final List<Integer> batches = new ArrayList<>();
  final Set<String> inUse = new HashSet<>();
  final Set<String> broken = new HashSet<>();
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  void use(String tenant, Instant now) {
    used.put(tenant, now);
  }

  @Override
  public synchronized int fold(Instant unusedSince, int most, Consumer<RuntimeException> failed) {
    List<String> idle =
        used.entrySet().stream()
            .filter(tenant -> !inUse.contains(tenant.getKey()))
            .filter(tenant -> !tenant.getValue().isAfter(unusedSince))
            .sorted(Map.Entry.comparingByValue())
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
    for (String tenant : idle) {
      used.remove(tenant);
      if (broken.contains(tenant)) {
        failed.accept(new IllegalStateException(tenant + " cannot be folded"));
      } else {
        folded.add(tenant);
      }
    }
    batches.add(idle.size());
    return idle.size();
  }

  @Override
  public int unfolded() {
    return used.size();
  }

  @Override
  public int tenantRegistries() {
    return used.size();
  }
}
