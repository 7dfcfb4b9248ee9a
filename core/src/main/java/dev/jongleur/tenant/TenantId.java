package dev.jongleur.tenant;

import dev.jongleur.error.TenantException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tenant's identity: given, validated once, never derived (law 2). Safe as the name of a file or
 * a schema.
 */
public record TenantId(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
  private static final Set<String> RESERVED =
      Set.of("public", "information_schema", "jongleur", "con", "prn", "aux", "nul");

  public TenantId {
    if (name.isEmpty()) {
      throw TenantException.missing();
    }
    if (!NAME.matcher(name).matches()) {
      throw TenantException.invalid(
          "it has 1 to 63 of a-z, 0-9, _ and -, and begins with a letter or a digit.");
    }
    if (RESERVED.contains(name)) {
      throw TenantException.invalid("\"" + name + "\" is reserved.");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
