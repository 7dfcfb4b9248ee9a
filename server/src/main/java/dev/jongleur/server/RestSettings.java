package dev.jongleur.server;

import dev.jongleur.error.DataException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an application is served. Immutable; {@link #builder()} starts from what is safe: loopback
 * only, a free port, small limits.
 *
 * @param host the address to listen on; by default 127.0.0.1, which only this machine can reach
 * @param port 0 for any free one, which is the default
 * @param apiPath where the models are, {@code /api} by default
 * @param tenantHeader the header that names the tenant, {@code X-Tenant-ID} by default
 * @param maxBodyBytes the largest body, 1 MiB by default; larger ones are answered with 413
 * @param maxFilterChars the longest filter or where, 16 Ki characters by default
 * @param maxDepth how deep a filter may be nested, 32 by default
 * @param publicModels the models that are served, each with its path or an empty text for its
 *     plural; empty, the default, for all of the blueprint
 * @param patience how long a client may keep the server waiting, 30 seconds by default
 * @param explain whether clients may ask how a question is answered; they may not by default, since
 *     it tells of indexes, and of rows that were looked at
 * @param drain how long requests in flight may go on when the server is closed, 10 seconds by
 *     default
 */
public record RestSettings(
    String host,
    int port,
    String apiPath,
    String tenantHeader,
    long maxBodyBytes,
    int maxFilterChars,
    int maxDepth,
    Map<String, String> publicModels,
    boolean explain,
    Duration patience,
    Duration drain) {

  public static final RestSettings DEFAULT = builder().build();

  public RestSettings {
    publicModels = Collections.unmodifiableMap(new LinkedHashMap<>(publicModels));
    need(port >= 0 && port <= 65_535, "A port is 0 to 65535, not " + port + ".");
    need(
        apiPath.matches("(/[A-Za-z0-9._~-]+)+") && !apiPath.matches("/(t|health)(/.*)?"),
        "The API path is of the form /api, and neither /t nor /health: " + apiPath);
    need(tenantHeader.matches("[A-Za-z0-9-]+"), "Not a header's name: " + tenantHeader);
    need(maxBodyBytes > 0 && maxFilterChars > 0 && maxDepth > 0, "A limit is at least 1.");
    need(maxFilterChars <= 1024 * 1024, "A filter is at most 1 Mi characters long.");
    need(patience.isPositive() && !drain.isNegative(), "A time to wait is not negative.");
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from these settings. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  private static void need(boolean holds, String message) {
    if (!holds) {
      throw new DataException(message);
    }
  }

  /** Collects settings; each method answers the builder. Not thread-safe. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private String apiPath = "/api";
    private String tenantHeader = "X-Tenant-ID";
    private long maxBodyBytes = 1024 * 1024;
    private int maxFilterChars = 16 * 1024;
    private int maxDepth = 32;
    private final Map<String, String> publicModels = new LinkedHashMap<>();
    private boolean explain;
    private Duration patience = Duration.ofSeconds(30);
    private Duration drain = Duration.ofSeconds(10);

    private Builder() {}

    private Builder(RestSettings from) {
      host = from.host;
      port = from.port;
      apiPath = from.apiPath;
      tenantHeader = from.tenantHeader;
      maxBodyBytes = from.maxBodyBytes;
      maxFilterChars = from.maxFilterChars;
      maxDepth = from.maxDepth;
      publicModels.putAll(from.publicModels);
      explain = from.explain;
      patience = from.patience;
      drain = from.drain;
    }

    public Builder host(String address) {
      this.host = address;
      return this;
    }

    public Builder port(int number) {
      this.port = number;
      return this;
    }

    public Builder apiPath(String path) {
      this.apiPath = path;
      return this;
    }

    public Builder tenantHeader(String name) {
      this.tenantHeader = name;
      return this;
    }

    public Builder maxBodyBytes(long bytes) {
      this.maxBodyBytes = bytes;
      return this;
    }

    public Builder maxFilterChars(int chars) {
      this.maxFilterChars = chars;
      return this;
    }

    public Builder maxDepth(int levels) {
      this.maxDepth = levels;
      return this;
    }

    /** Serves this model under its plural; once one is named, only those named are served. */
    public Builder publicModel(String name) {
      return publicModel(name, "");
    }

    public Builder publicModel(String name, String path) {
      publicModels.put(name, path);
      return this;
    }

    public Builder explain(boolean allowed) {
      this.explain = allowed;
      return this;
    }

    public Builder patience(Duration time) {
      this.patience = time;
      return this;
    }

    public Builder drain(Duration time) {
      this.drain = time;
      return this;
    }

    public RestSettings build() {
      return new RestSettings(
          host,
          port,
          apiPath,
          tenantHeader,
          maxBodyBytes,
          maxFilterChars,
          maxDepth,
          publicModels,
          explain,
          patience,
          drain);
    }
  }
}
