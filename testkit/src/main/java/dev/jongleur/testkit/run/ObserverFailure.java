package dev.jongleur.testkit.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an observer of a case fails with: it must come out as it is. */
final class ObserverFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, @Nullable Object> said;

  /** From {@code error}: text, or an object with message, statusCode and code. */
  ObserverFailure(@Nullable Object error) {
    super(error instanceof Map<?, ?> map ? Raw.text(map.get("message")) : Raw.text(error));
    this.said = Raw.map(error);
  }

  @Nullable Object status() {
    return said.get("statusCode");
  }

  @Nullable Object code() {
    return said.get("code");
  }
}
