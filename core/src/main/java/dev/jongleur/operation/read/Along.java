package dev.jongleur.operation.read;

import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Include;
import java.util.List;

/** Attaches what a filter includes to the rows that were found; the floor above knows how. */
@FunctionalInterface
public interface Along {
  List<Entity> attach(Call call, List<Entity> rows, List<Include> includes);
}
