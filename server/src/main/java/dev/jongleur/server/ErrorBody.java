package dev.jongleur.server;

import dev.jongleur.error.BulkException;
import dev.jongleur.error.JongleurException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An error as LoopBack tells it: {@code {"error": {statusCode, name, message, code, details}}}. Of
 * what is not ours to tell only an id goes out, under which the log has the rest.
 */
record ErrorBody(int status, Map<String, Object> value) {
  private static final Logger LOG = System.getLogger(ErrorBody.class.getName());

  static ErrorBody of(Throwable failure) {
    Map<String, Object> error = error(failure);
    return new ErrorBody((Integer) error.getOrDefault("statusCode", 500), Map.of("error", error));
  }

  private static Map<String, Object> error(Throwable failure) {
    return switch (failure) {
      case BulkException several -> bulk(several);
      case JongleurException known -> known(known);
      default -> unknown(failure);
    };
  }

  private static Map<String, Object> known(JongleurException known) {
    Map<String, Object> error = begin(known.status(), known.name(), known.getMessage());
    if (!known.code().isEmpty()) {
      error.put("code", known.code());
    }
    if (!known.details().isEmpty()) {
      error.put("details", known.details());
    }
    return error;
  }

  /** One place for each item: null where it was stored. */
  private static Map<String, Object> bulk(BulkException several) {
    String message = "Failed with multiple errors, see `details` for more information.";
    Map<String, Object> error = begin(several.status(), several.name(), message);
    List<@Nullable Object> details = new ArrayList<>();
    several.failures().forEach(each -> details.add(each == null ? null : error(each)));
    error.put("code", several.code());
    error.put("details", details);
    return error;
  }

  private static Map<String, Object> unknown(Throwable failure) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "A request failed (error " + id + ").", failure);
    Map<String, Object> error = begin(500, "Error", "Internal Server Error");
    error.put("details", Map.of("errorId", id));
    return error;
  }

  private static Map<String, Object> begin(int status, String name, @Nullable String message) {
    var error = new LinkedHashMap<String, Object>();
    error.put("statusCode", status);
    error.put("name", name);
    error.put("message", message == null ? "" : message);
    return error;
  }
}
