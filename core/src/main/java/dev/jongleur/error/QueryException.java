package dev.jongleur.error;

import java.util.List;
import java.util.Map;

/**
 * A filter or a where cannot be read or may not be asked, or data is nested without measure.
 * Nothing was read, changed or removed.
 */
public final class QueryException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public QueryException(String message) {
    super("INVALID_QUERY", 400, message);
  }

  private QueryException(String code, String message, Map<String, Object> details) {
    super(code, 400, message, details);
  }

  /** F-229: a filter nested deeper than the limit in force. */
  public static QueryException tooDeep(int limit) {
    return new QueryException(
        "QUERY_OBJECT_TOO_DEEP",
        "The filter is nested deeper than " + limit + " levels.",
        Map.of());
  }

  /** F-162: data nested deeper than the limit in force. */
  public static QueryException dataTooDeep(int limit) {
    return new QueryException(
        "QUERY_OBJECT_TOO_DEEP", "The data is nested deeper than " + limit + " levels.", Map.of());
  }

  /** F-162: data that lies within itself. */
  public static QueryException circular() {
    return new QueryException("QUERY_OBJECT_IS_CIRCULAR", "The data lies within itself.", Map.of());
  }

  /** F-223: operators that start with a dollar sign pass only where they are allowed. */
  public static QueryException operatorsNotAllowed(List<String> operators, Object where) {
    return new QueryException(
        "OPERATOR_NOT_ALLOWED_IN_QUERY",
        "Operators not allowed in a query: " + String.join(", ", operators),
        Map.of("operators", List.copyOf(operators), "where", where));
  }
}
