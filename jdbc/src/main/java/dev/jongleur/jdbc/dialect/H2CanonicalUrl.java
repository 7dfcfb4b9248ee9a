package dev.jongleur.jdbc.dialect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** H2's URLs in one form: files by their absolute path, servers with their port, options sorted. */
final class H2CanonicalUrl {
  private static final String PREFIX = "jdbc:h2:";
  private static final String FILE = PREFIX + "file:";
  private static final String DEFAULT_PORT = "9092";

  private static final Pattern SERVER =
      Pattern.compile("(tcp|ssl)://([^/:]+)(?::(\\d+))?/(.*)", Pattern.DOTALL);

  /** Something else than a file in the default file system; one letter would be a drive. */
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z]{2,}:.*", Pattern.DOTALL);

  private H2CanonicalUrl() {}

  static String of(String given) {
    if (!given.startsWith(PREFIX)) {
      return given;
    }
    String[] parts = given.substring(PREFIX.length()).split(";", -1);
    String options =
        Arrays.stream(parts)
            .skip(1)
            .filter(part -> !part.isBlank())
            .map(H2CanonicalUrl::option)
            .sorted()
            .map(option -> ";" + option)
            .collect(Collectors.joining());
    return PREFIX + place(parts[0]) + options;
  }

  static Optional<String> onlyFile(String canonical) {
    return canonical.startsWith(FILE) && canonical.indexOf(';') < 0
        ? Optional.of(canonical.substring(FILE.length()))
        : Optional.empty();
  }

  private static String option(String given) {
    String[] named = given.split("=", 2);
    String name = named[0].strip().toUpperCase(Locale.ROOT);
    return named.length == 1 ? name : name + "=" + named[1];
  }

  private static String place(String given) {
    Matcher server = SERVER.matcher(given);
    if (server.matches()) {
      String port = server.group(3) == null ? DEFAULT_PORT : server.group(3);
      String host = server.group(2).toLowerCase(Locale.ROOT);
      return server.group(1) + "://" + host + ":" + port + "/" + server.group(4);
    }
    String path = given.startsWith("file:") ? given.substring("file:".length()) : given;
    return SCHEME.matcher(path).matches() ? given : "file:" + absolute(path);
  }

  private static String absolute(String path) {
    try {
      Path home = Path.of(System.getProperty("user.home"));
      Path file = path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
      return file.toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return path;
    }
  }
}
