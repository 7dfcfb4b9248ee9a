package dev.jongleur.entity;

import dev.jongleur.annotation.Type;
import dev.jongleur.error.DataException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place on earth in degrees (F-242). Immutable; refuses what is no place. */
@Type("geopoint")
public record GeoPoint(double lat, double lng) {
  public GeoPoint {
    if (!(lat >= -90 && lat <= 90) || !(lng >= -180 && lng <= 180)) {
      throw new DataException("A geopoint has lat in -90..90 and lng in -180..180.");
    }
  }

  /**
   * Reads a point from a map with lat and lng, a list of two numbers, or text "lat,lng".
   *
   * @throws DataException when it is none of these
   */
  public static GeoPoint read(@Nullable Object value) {
    return switch (value) {
      case GeoPoint point -> point;
      case Map<?, ?> map -> new GeoPoint(degrees(map.get("lat")), degrees(map.get("lng")));
      case List<?> list when list.size() == 2 ->
          new GeoPoint(degrees(list.get(0)), degrees(list.get(1)));
      case String text when text.strip().startsWith("{") || text.strip().startsWith("[") ->
          read(JsonText.parse(text));
      case String text -> read(List.of(text.split(",", -1)));
      case null, default ->
          throw new DataException("A geopoint is {lat, lng}, [lat, lng] or \"lat,lng\".");
    };
  }

  /** The great-circle distance to another point (F-243). */
  public double distanceTo(GeoPoint other, Unit unit) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLng = Math.toRadians(other.lng - lng);
    double sinLat = Math.sin(dLat / 2);
    double sinLng = Math.sin(dLng / 2);
    double a =
        sinLat * sinLat
            + sinLng * sinLng * Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat));
    return 2 * Math.atan2(Math.sqrt(a), Math.sqrt(Math.max(0, 1 - a))) * unit.earthRadius;
  }

  @Override
  public String toString() {
    return JsNumber.text(lat) + "," + JsNumber.text(lng);
  }

  private static double degrees(@Nullable Object value) {
    double number =
        switch (value) {
          case Number n -> n.doubleValue();
          case String text when !text.isBlank() -> JsNumber.read(text);
          case null, default -> Double.NaN;
        };
    if (Double.isNaN(number)) {
      throw new DataException("A geopoint needs numbers for lat and lng.");
    }
    return number;
  }

  /** A unit of distance, by the radius of the earth in it. */
  public enum Unit {
    MILES(3958.75),
    KILOMETERS(6370.99056),
    METERS(6370990.56),
    FEET(20902200),
    RADIANS(1),
    DEGREES(57.2957795);

    private final double earthRadius;

    Unit(double earthRadius) {
      this.earthRadius = earthRadius;
    }

    /** The unit of this name, in any case; throws {@link DataException} for another. */
    public static Unit named(String name) {
      for (Unit unit : values()) {
        if (unit.name().equals(name.toUpperCase(Locale.ROOT))) {
          return unit;
        }
      }
      throw new DataException("Unknown unit of distance \"" + name + "\".");
    }
  }
}
