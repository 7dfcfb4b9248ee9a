package dev.jongleur;

import dev.jongleur.entity.Entity;

/** What {@link Model#findOrCreate} came to. */
public record Found(Entity entity, boolean created) {}
