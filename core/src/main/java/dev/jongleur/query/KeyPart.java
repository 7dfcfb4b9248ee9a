package dev.jongleur.query;

import java.util.List;

/** The part of a key pattern between two slashes. Immutable. */
final class KeyPart {
  private final List<KeySign> signs;
  private final boolean onlyRuns;

  KeyPart(List<KeySign> signs) {
    this.signs = List.copyOf(signs);
    this.onlyRuns = !signs.isEmpty() && signs.stream().allMatch(sign -> sign == KeySign.RUN);
  }

  boolean isLiteral() {
    return signs.stream().allMatch(KeySign.Literal.class::isInstance);
  }

  /** What fits begins with this. */
  String literalStart() {
    var start = new StringBuilder();
    for (KeySign sign : signs) {
      if (!(sign instanceof KeySign.Literal(char c))) {
        break;
      }
      start.append(c);
    }
    return start.toString();
  }

  /** Goes forward, and back only to the last run. */
  boolean matches(String key, int from, int end) {
    if (onlyRuns) {
      return from < end;
    }
    int at = from;
    int sign = 0;
    int run = -1;
    int runAt = from;
    while (at < end) {
      if (sign < signs.size() && signs.get(sign) == KeySign.RUN) {
        run = sign++;
        runAt = at;
      } else if (sign < signs.size() && signs.get(sign).fits(key.charAt(at))) {
        sign++;
        at++;
      } else if (run >= 0) {
        sign = run + 1;
        at = ++runAt;
      } else {
        return false;
      }
    }
    return onlyRunsFrom(sign);
  }

  private boolean onlyRunsFrom(int sign) {
    return signs.subList(sign, signs.size()).stream().allMatch(rest -> rest == KeySign.RUN);
  }
}
