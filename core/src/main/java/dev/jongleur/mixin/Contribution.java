package dev.jongleur.mixin;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.observer.HookView;
import dev.jongleur.observer.ModelChoice;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Observers;
import java.util.Collection;

/** Where a mixin puts what it brings to one model. Belongs to one thread. */
public final class Contribution {
  private final ModelDefinition definition;
  private final ModelBuilder builder;
  private final Observers observers = new Observers();

  Contribution(ModelDefinition definition) {
    this.definition = definition;
    this.builder = definition.toBuilder();
  }

  /** The model as it is without this contribution. */
  public ModelDefinition definition() {
    return definition;
  }

  /** The model with it: what is put here takes the place of what the model says itself. */
  public ModelBuilder model() {
    return builder;
  }

  /**
   * Adds an observer, called for as long as the model is there: before those that are subscribed on
   * the model, after those of its base.
   */
  public <C extends HookView> Contribution observe(Hook.Of<C> hook, Observer<? super C> observer) {
    var _ = observers.observe(hook, observer);
    return this;
  }

  /** The same for one observer at several hooks. */
  public Contribution observe(
      Collection<? extends Hook> hooks, Observer<? super HookContext> observer) {
    var _ = observers.observe(hooks, observer);
    return this;
  }

  /** Lets a function pick the model of each row (F-330). */
  public Contribution lookupModel(ModelChoice choice) {
    var _ = observers.lookupModel(choice);
    return this;
  }

  Observers observers() {
    return observers;
  }
}
