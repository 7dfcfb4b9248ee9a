package dev.jongleur.server;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the root says: what this is, which models it serves, and how to name a tenant. */
record FrontPage(PublicModels models, RestSettings settings, Instant started) {

  Map<String, Object> value() {
    var page = new LinkedHashMap<String, Object>();
    page.put("name", "Jongleur");
    page.put("version", version());
    page.put("started", started);
    page.put("uptime", Duration.between(started, Instant.now()).toMillis() / 1000.0);
    page.put("tenant", tenant());
    page.put("models", paths());
    return page;
  }

  private Map<String, Object> tenant() {
    var tenant = new LinkedHashMap<String, Object>();
    tenant.put("header", settings.tenantHeader());
    tenant.put("path", "/t/{tenant}" + settings.apiPath());
    return tenant;
  }

  private Map<String, Object> paths() {
    var paths = new LinkedHashMap<String, Object>();
    models.nameByPath().forEach((path, name) -> paths.put(name, settings.apiPath() + "/" + path));
    return paths;
  }

  private static String version() {
    return Optional.ofNullable(FrontPage.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
