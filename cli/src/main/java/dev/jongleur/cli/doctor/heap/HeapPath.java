package dev.jongleur.cli.doctor.heap;

import java.util.List;

/**
 * The shortest way to an object.
 *
 * @param root what the garbage collector begins with, in words
 * @param places the steps from there to the object, of a long way not those in the middle
 * @param length how many steps there are
 * @param end the object's class
 */
public record HeapPath(String root, List<Place> places, int length, String end) {

  /** A step, how many come before it, and whether it is the holder's. */
  public record Place(int before, Step step, boolean isHolder) {}

  public HeapPath {
    places = List.copyOf(places);
  }
}
