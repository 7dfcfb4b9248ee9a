package dev.jongleur.model;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import dev.jongleur.registry.Vocabulary;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The models of one owner by name: those it defined, and those of its origin, each bound when it is
 * first used. Thread-safe; one defines at a time. Bounded by what the owner defines.
 */
final class OwnedModels implements ModelLookup {
  private final ModelSpace space;
  private final String owner;
  private final Registry registry;
  private final Origin origin;
  private final Vocabulary vocabulary;
  private final Map<String, BoundModel> bound = new ConcurrentHashMap<>();
  private final ReentrantLock defining = new ReentrantLock();
  private @Nullable Referrers referrers;

  /**
   * @param space what the models are bound to
   * @param owner how messages call the owner
   */
  OwnedModels(ModelSpace space, String owner, Registry registry, Origin origin) {
    this.space = space;
    this.owner = owner;
    this.registry = registry;
    this.origin = origin;
    this.vocabulary = space.vocabulary();
  }

  /** Defines a model, or defines it anew; one that is as it was stays so. */
  BoundModel define(ModelDefinition definition, OpenedStore store) {
    defining.lock();
    try {
      return bind(registry.share(fitted(definition, store)), store);
    } finally {
      defining.unlock();
    }
  }

  private ModelDefinition fitted(ModelDefinition definition, OpenedStore store) {
    ModelDefinition whole = vocabulary.resolved(definition, this);
    return Fitting.of(whole, store.settings(), store.connector());
  }

  /** Defines a model anew, from what it is. */
  BoundModel redefine(String name, UnaryOperator<ModelDefinition> change) {
    defining.lock();
    try {
      BoundModel now = model(name);
      return define(change.apply(now.definition()), now.opened());
    } finally {
      defining.unlock();
    }
  }

  private BoundModel bind(ModelDefinition shared, OpenedStore store) {
    Map<String, ModelDefinition> completed = completed(shared);
    ModelDefinition complete = completed.getOrDefault(shared.name(), shared);
    BoundModel there = bound.get(shared.name());
    if (there == null || there.definition() != complete) {
      there = rebind(complete, store);
    }
    completed.forEach((name, other) -> model(name).redefine(other));
    ModelsBetween.missing(complete, this).forEach(missing -> bind(registry.share(missing), store));
    return there;
  }

  private BoundModel rebind(ModelDefinition definition, OpenedStore store) {
    find(definition.name()).ifPresent(referrers()::remove);
    referrers().add(definition);
    BoundModel model = bound(definition, store);
    model.redefine(definition);
    return model;
  }

  private BoundModel bound(ModelDefinition definition, OpenedStore store) {
    return bound.computeIfAbsent(
        definition.name(),
        name -> new BoundModel(space, store, definition, space.audience().own(name)));
  }

  /** What changes when this is defined, itself too, where keys are missing that relations need. */
  private Map<String, ModelDefinition> completed(ModelDefinition shared) {
    Set<String> concerned = referrers().concernedBy(shared);
    if (concerned.isEmpty()) {
      return Map.of();
    }
    Map<String, ModelDefinition> known = new LinkedHashMap<>();
    known.put(shared.name(), shared);
    concerned.forEach(name -> find(name).ifPresent(other -> known.putIfAbsent(name, other)));
    Referrers.endsOf(known.values(), shared.name())
        .forEach(name -> find(name).ifPresent(other -> known.putIfAbsent(name, other)));
    Map<String, ModelDefinition> completed = ForeignKeys.complete(known);
    completed.replaceAll((_, definition) -> registry.share(definition));
    return completed;
  }

  /** Guarded by the lock for defining; reads the origin's relations once, when one defines. */
  private Referrers referrers() {
    Referrers known = referrers;
    if (known == null) {
      known = new Referrers();
      for (String name : origin.names()) {
        origin.definition(name).ifPresent(known::add);
      }
      referrers = known;
    }
    return known;
  }

  /** Forgets a model with its observers, if there is one; handles to it work no more. */
  void delete(String name) {
    defining.lock();
    try {
      BoundModel gone = bound.remove(name);
      if (gone != null) {
        referrers().remove(gone.definition());
        space.audience().forget(name);
        gone.delete();
      }
    } finally {
      defining.unlock();
    }
  }

  /** Forgets all; their observers are another's. */
  void clear() {
    bound.clear();
  }

  /** The model of this name. */
  BoundModel model(String name) {
    BoundModel there = bound.get(name);
    return there == null ? boundFromOrigin(name) : there;
  }

  private BoundModel boundFromOrigin(String name) {
    ModelDefinition shared =
        origin
            .definition(name)
            .orElseThrow(() -> new DefinitionException(owner + " has no model \"" + name + "\"."));
    return bound(shared, origin.store(name).orElseThrow());
  }

  /** The base of a model, if it is there and was not met on the way. */
  Optional<BoundModel> baseOf(ModelDefinition model, Set<String> met) {
    return model.base().filter(met::add).filter(this::has).map(this::model);
  }

  @Override
  public Optional<ModelDefinition> find(String name) {
    return Optional.ofNullable(bound.get(name))
        .map(BoundModel::definition)
        .or(() -> origin.definition(name));
  }

  boolean has(String name) {
    return bound.containsKey(name) || origin.definition(name).isPresent();
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(origin.names());
    names.addAll(bound.keySet());
    return Set.copyOf(names);
  }

  int count() {
    return origin.names().isEmpty() ? bound.size() : names().size();
  }
}
