package dev.jongleur.tenant;

import dev.jongleur.connector.Settings;
import dev.jongleur.connector.TenantResolver;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.policy.ApplicationLimits;
import dev.jongleur.policy.ResolverPolicy;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an application says of its tenants. Immutable.
 *
 * @param limits for tenants without limits of their own
 * @param together for all of them
 * @param resolver who knows the tenants; empty: the application itself
 * @param patience with the resolver
 * @param closing how long calls in flight have to finish when the application closes
 */
public record Setup(
    Map<String, Settings> dataSources,
    Blueprint blueprint,
    TenantLimits limits,
    ApplicationLimits together,
    Optional<TenantResolver> resolver,
    ResolverPolicy patience,
    Duration closing) {

  public Setup {
    dataSources = Collections.unmodifiableMap(new LinkedHashMap<>(dataSources));
  }

  /** Without limits. */
  public static Setup of(Map<String, Settings> dataSources, Blueprint blueprint) {
    return new Setup(
        dataSources,
        blueprint,
        TenantLimits.NONE,
        ApplicationLimits.NONE,
        Optional.empty(),
        ResolverPolicy.DEFAULT,
        Duration.ofSeconds(30));
  }
}
