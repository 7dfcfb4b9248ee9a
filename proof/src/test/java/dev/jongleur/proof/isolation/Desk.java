package dev.jongleur.proof.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.TenantException;
import dev.jongleur.proof.isolation.Versions.Window;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Where one tenant's calls go through, by handles old and new. They succeed, or are refused because
 * the tenant is suspended or has no such model. Belongs to one thread.
 */
final class Desk {
  private final Jongleur jongleur;
  private final String name;
  private final Aim aim;
  private final Mind mind;
  private final Versions versions;
  private final Random random;
  private final Map<String, Model> held = new HashMap<>();
  private Tenant tenant;
  private Window seen = new Window(0, 0);

  Desk(Jongleur jongleur, String name, Aim aim, Mind mind, Versions versions, Random random) {
    this.jongleur = jongleur;
    this.name = name;
    this.aim = aim;
    this.mind = mind;
    this.versions = versions;
    this.random = random;
    this.tenant = jongleur.onboard(name);
  }

  Jongleur jongleur() {
    return jongleur;
  }

  Tenant tenant() {
    return tenant;
  }

  /** Whom the tenant's act hits: itself. */
  Tenant hit(Act act) {
    return aim.at(act, tenant);
  }

  /** Has gone, and comes again: all handles are new. */
  void onboard() {
    held.clear();
    tenant = jongleur.onboard(name);
  }

  /** Works, as far as it may; what it came to, or nothing when it was refused. */
  <T> Optional<T> call(String model, Function<Model, T> operation) {
    if (!works(model)) {
      refused(model, operation);
      return Optional.empty();
    }
    long moment = versions.moment();
    T result = operation.apply(model(model));
    seen = versions.since(moment);
    return Optional.of(result);
  }

  /** Works on what cannot be done; whether the model was there to say so. */
  boolean fail(
      String model, Class<? extends JongleurException> expected, Function<Model, ?> operation) {
    if (!works(model)) {
      refused(model, operation);
      return false;
    }
    assertThat(catchThrowable(() -> operation.apply(model(model)))).isInstanceOf(expected);
    return true;
  }

  boolean works(String model) {
    return !mind.isSuspended() && mind.has(model);
  }

  private void refused(String model, Function<Model, ?> operation) {
    Throwable thrown = catchThrowable(() -> operation.apply(model(model)));
    if (mind.has(model)) {
      assertThat(thrown)
          .isInstanceOfSatisfying(
              TenantException.class,
              refused -> assertThat(refused.code()).isEqualTo("TENANT_SUSPENDED"));
    } else {
      assertThat(thrown).isInstanceOfAny(DefinitionException.class, TenantException.class);
    }
  }

  /** By a handle that was kept, by a new one, or by one of a new handle of the tenant. */
  private Model model(String model) {
    Tenant mine = aim.at(Act.MODEL, tenant);
    return switch (random.nextInt(3)) {
      case 0 -> held.computeIfAbsent(model, mine::model);
      case 1 -> mine.model(model);
      default -> jongleur.tenant(mine.name()).model(model);
    };
  }

  /** Sees that these are the rows with these ids, of the tenant, as it left them. */
  void check(String model, List<Entity> shown, Collection<?> ids) {
    mind.check(model, shown, ids, seen);
  }

  /** Sees that a row that was written is one of the tenant's model. */
  void check(Entity written) {
    var _ = mind.check(written.definition(), seen);
  }

  Window seen() {
    return seen;
  }
}
