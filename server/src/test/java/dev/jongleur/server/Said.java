package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.json.JsonReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server answered. */
record Said(int status, String text, HttpHeaders headers) {
  static Said of(HttpResponse<String> response) {
    return new Said(response.statusCode(), response.body(), response.headers());
  }

  /** The value, after the status was what it should be. */
  @Nullable Object value(int expected) {
    assertThat(status).as(text).isEqualTo(expected);
    return JsonReader.BODY.read(text);
  }

  Map<?, ?> object() {
    return (Map<?, ?>) java.util.Objects.requireNonNull(value(200));
  }

  List<?> list() {
    return (List<?>) java.util.Objects.requireNonNull(value(200));
  }

  /** The names of the rows. */
  List<String> names() {
    return list().stream().map(row -> String.valueOf(((Map<?, ?>) row).get("name"))).toList();
  }

  Map<?, ?> error(int expected) {
    Map<?, ?> body = (Map<?, ?>) java.util.Objects.requireNonNull(value(expected));
    Map<?, ?> error = (Map<?, ?>) java.util.Objects.requireNonNull(body.get("error"));
    assertThat(error.get("statusCode")).isEqualTo((long) expected);
    return error;
  }

  String code(int expected) {
    return String.valueOf(error(expected).get("code"));
  }

  String message(int expected) {
    return String.valueOf(error(expected).get("message"));
  }
}
