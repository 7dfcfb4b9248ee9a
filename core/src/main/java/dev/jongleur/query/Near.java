package dev.jongleur.query;

import dev.jongleur.entity.GeoPoint;
import java.util.OptionalDouble;

/** Within a ring around a point (F-244); both bounds inclusive, an absent one does not count. */
public record Near(
    GeoPoint point, OptionalDouble minDistance, OptionalDouble maxDistance, GeoPoint.Unit unit) {

  public boolean holds(GeoPoint place) {
    double distance = point.distanceTo(place, unit);
    return distance >= minDistance.orElse(0)
        && distance <= maxDistance.orElse(Double.POSITIVE_INFINITY);
  }
}
