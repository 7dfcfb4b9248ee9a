package dev.jongleur.policy;

/**
 * What all tenants of an application may use together. Immutable. The connections to a database
 * server are limited where it is configured: {@link dev.jongleur.connector.Settings#connections}.
 *
 * @param onboardedPerMinute how many tenants may be onboarded in a minute
 * @param liveTenants how many may be unfolded at once; an idle one is folded to make room
 */
public record ApplicationLimits(int onboardedPerMinute, int liveTenants) {
  /** Without any limit. */
  public static final ApplicationLimits NONE =
      new ApplicationLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  public ApplicationLimits {
    if (onboardedPerMinute < 1 || liveTenants < 1) {
      throw new IllegalArgumentException("A limit is at least 1.");
    }
  }

  public ApplicationLimits withOnboardedPerMinute(int most) {
    return new ApplicationLimits(most, liveTenants);
  }

  public ApplicationLimits withLiveTenants(int most) {
    return new ApplicationLimits(onboardedPerMinute, most);
  }
}
