package dev.jongleur.json;

import dev.jongleur.error.QueryException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Query strings with brackets, {@code filter[where][age][gt]=3&filter[include][]=orders}, as the
 * {@code qs} library of LoopBack reads them. Values stay text: the types of the model decide what
 * they become. Keys are only data; one called {@code __proto__} is a key like any other.
 */
public final class BracketQuery {
  private static final int MAX_KEYS = 1000;
  private static final int MAX_DEPTH = 20;

  private BracketQuery() {}

  /**
   * Reads a query string without its question mark, still percent-encoded, into maps, lists and
   * text.
   *
   * @throws QueryException when it cannot be read or goes beyond a limit; no part is ever dropped
   */
  public static Map<String, Object> parse(String query) {
    var root = new Branch();
    int keys = 0;
    for (String pair : query.split("&", MAX_KEYS + 2)) {
      if (!pair.isEmpty()) {
        add(root, pair, ++keys);
      }
    }
    return root.toMap();
  }

  private static void add(Branch root, String pair, int place) {
    if (place > MAX_KEYS) {
      throw new QueryException("A query string has at most " + MAX_KEYS + " keys.");
    }
    int bracket = pair.indexOf("]=");
    int equals = bracket < 0 ? pair.indexOf('=') : bracket + 1;
    String key = decoded(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
    root.add(path(key), value);
  }

  /** {@code a[b][]} as a, b and the empty text. */
  private static List<String> path(String key) {
    var steps = new ArrayList<String>();
    int open = key.indexOf('[');
    steps.add(open < 0 ? key : key.substring(0, open));
    while (open >= 0) {
      int close = key.indexOf(']', open);
      if (close < 0) {
        throw new QueryException("A bracket is not closed in " + Shown.of(key) + ".");
      }
      steps.add(key.substring(open + 1, close));
      open = key.indexOf('[', close);
    }
    if (steps.size() > MAX_DEPTH) {
      throw QueryException.tooDeep(MAX_DEPTH);
    }
    return steps;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new QueryException("The percent signs in " + Shown.of(text) + " cannot be read.");
    }
  }

  /** What stands below one key while the string is read: texts, or further keys. */
  private static final class Branch {
    private static final int MAX_INDEX = 100;

    private final Map<String, Branch> children = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();

    void add(List<String> path, String value) {
      Branch branch = this;
      for (String step : path) {
        branch = branch.child(step.isEmpty() && branch != this ? branch.nextIndex() : step);
      }
      branch.addText(path, value);
    }

    private Branch child(String step) {
      if (!texts.isEmpty()) {
        throw new QueryException("The key " + Shown.of(step) + " stands below a plain value.");
      }
      return children.computeIfAbsent(step, key -> new Branch());
    }

    private String nextIndex() {
      int index = children.size();
      while (children.containsKey(String.valueOf(index))) {
        index++;
      }
      return String.valueOf(index);
    }

    private void addText(List<String> path, String value) {
      if (!children.isEmpty()) {
        throw new QueryException(
            "The key " + Shown.of(path.getLast()) + " has a plain value and further keys.");
      }
      texts.add(value);
    }

    Map<String, Object> toMap() {
      var map = new LinkedHashMap<String, Object>();
      children.forEach((key, branch) -> map.put(key, branch.toTree()));
      return map;
    }

    /** A key given several times is a list, as is a branch whose keys count from 0. */
    private Object toTree() {
      if (children.isEmpty()) {
        return texts.size() == 1 ? texts.getFirst() : List.copyOf(texts);
      }
      return isList() ? items() : toMap();
    }

    private boolean isList() {
      for (int i = 0; i < children.size(); i++) {
        if (i > MAX_INDEX || !children.containsKey(String.valueOf(i))) {
          return false;
        }
      }
      return true;
    }

    private List<Object> items() {
      var items = new ArrayList<Object>();
      for (int i = 0; i < children.size(); i++) {
        Branch item = children.get(String.valueOf(i));
        if (item != null) {
          items.add(item.toTree());
        }
      }
      return items;
    }
  }
}
