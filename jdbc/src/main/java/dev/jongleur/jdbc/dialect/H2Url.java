package dev.jongleur.jdbc.dialect;

import dev.jongleur.error.DefinitionException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** H2's URLs: only options that are known to be harmless pass, and ours are added. */
final class H2Url {
  static final Embedding EMBEDDING = new InProcess();

  private static final String PREFIX = "jdbc:h2:";

  /** Options that neither run SQL, nor write what was asked into a log, nor change its meaning. */
  private static final Set<String> HARMLESS =
      Set.of(
          "ACCESS_MODE_DATA",
          "AUTO_SERVER",
          "CACHE_SIZE",
          "CIPHER",
          "DB_CLOSE_DELAY",
          "FILE_LOCK",
          "IFEXISTS",
          "MAX_COMPACT_TIME",
          "MAX_MEMORY_ROWS",
          "NETWORK_TIMEOUT");

  /** Names are what they are; a row stays locked for so long at most. */
  private static final String ALWAYS =
      ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=FALSE;LOCK_TIMEOUT=5000";

  /**
   * A commit is in the file before it is acknowledged; the process's end is ours to handle; values
   * never land in a trace file; short texts stay in their rows.
   */
  private static final String IN_PROCESS =
      ALWAYS
          + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
          + ";MAX_LENGTH_INPLACE_LOB=16384";

  /**
   * Tidying a file when it is closed: only when two thirds of it are of no use any more, since it
   * costs several times what closing does; and one pass of it, since further ones, for which H2
   * takes 200 ms, leave no smaller file and force it to disk a hundred times.
   */
  private static final String TIDYING = ";AUTO_COMPACT_FILL_RATE=30;MAX_COMPACT_TIME=1";

  private static final long KIBI = 1024;

  private H2Url() {}

  static String checked(String given) {
    if (!given.startsWith(PREFIX)) {
      throw new DefinitionException(
          "The setting \"url\" of an h2 data source starts with " + PREFIX);
    }
    if (given.chars().anyMatch(c -> "?&\\".indexOf(c) >= 0 || Character.isWhitespace(c))) {
      throw new DefinitionException(
          "The URL of an h2 data source has no ?, &, backslash or white space.");
    }
    List<String> parts = new ArrayList<>(List.of(given.split(";", -1)));
    String place = parts.removeFirst();
    parts.removeIf(String::isBlank);
    parts.forEach(H2Url::check);
    String own = isRemote(place) ? ALWAYS : IN_PROCESS;
    return place + (parts.isEmpty() ? "" : ";" + String.join(";", parts)) + own;
  }

  static boolean isInProcess(String url) {
    return !isRemote(url);
  }

  static String server(String url) {
    String place = url.substring(PREFIX.length()).split(";", 2)[0];
    return isRemote(url) ? place.replaceFirst("^(\\w+://[^/]*).*", "$1") : place;
  }

  private static void check(String option) {
    String name = option.split("=", 2)[0].strip().toUpperCase(Locale.ROOT);
    if (!HARMLESS.contains(name)) {
      throw new DefinitionException(
          "The option " + printable(name) + " is not allowed in the URL of an h2 data source.");
    }
  }

  private static String printable(String name) {
    return name.matches("[A-Z_]{1,40}") ? name : "after a semicolon";
  }

  private static boolean isRemote(String place) {
    return place.startsWith(PREFIX + "tcp:") || place.startsWith(PREFIX + "ssl:");
  }

  /** Databases of this process. */
  private static final class InProcess implements Embedding {
    @Override
    public String memory(String name) {
      return PREFIX + "mem:" + name + IN_PROCESS;
    }

    @Override
    public String file(Path file) {
      String path = file.toAbsolutePath().normalize().toString();
      if (path.indexOf(';') >= 0) {
        throw new DefinitionException("The path of a database may not have a semicolon.");
      }
      return PREFIX + "file:" + path + IN_PROCESS + TIDYING;
    }

    @Override
    public String oneOfMany(Path file, long cache) {
      return file(file) + ";CACHE_SIZE=" + cache / KIBI;
    }

    @Override
    public void fill(Connection connection, Filling filling) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        new H2Filling(statement).around(filling);
      }
    }

    @Override
    public void shutDown(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        var _ = statement.execute("shutdown immediately");
      }
    }

    @Override
    public String suffix() {
      return ".mv.db";
    }
  }
}
