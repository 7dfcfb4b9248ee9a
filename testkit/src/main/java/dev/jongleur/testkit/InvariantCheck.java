package dev.jongleur.testkit;

import dev.jongleur.ModelRegistry;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves a lease or a thread behind. Register it with the registry that the tests
 * use; it must come before what opens and closes their data sources.
 */
public final class InvariantCheck implements AfterEachCallback {
  private static final Pattern OURS = Pattern.compile("(?i).*(jongleur|hikari|h2|mvstore).*");

  /** What a thread that was told to end may take to do so. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ModelRegistry registry;

  public InvariantCheck(ModelRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    check(context.getDisplayName());
  }

  void check(String test) throws InterruptedException {
    int leases = registry.stats().leases();
    if (leases != 0) {
      throw new AssertionError(leases + " leases are still open after " + test);
    }
    List<String> stray = strayThreads();
    if (!stray.isEmpty()) {
      throw new AssertionError("threads left by " + test + ": " + stray);
    }
  }

  private static List<String> strayThreads() throws InterruptedException {
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> OURS.matcher(thread.getName()).matches())
            .toList();
    long deadline = System.nanoTime() + GRACE.toNanos();
    for (Thread thread : ours) {
      thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    return ours.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }
}
