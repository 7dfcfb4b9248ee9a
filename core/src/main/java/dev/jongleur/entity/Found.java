package dev.jongleur.entity;

/** What {@code findOrCreate} came to: the row, and whether it was made. */
public record Found(Entity entity, boolean created) {}
