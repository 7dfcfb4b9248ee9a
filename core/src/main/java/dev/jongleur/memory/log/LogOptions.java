package dev.jongleur.memory.log;

import java.nio.file.Path;

/**
 * How logs are kept.
 *
 * @param directory where they are, a file for each partition
 * @param cutsDamage whether a file is cut at the first record that is damaged, also when others
 *     follow; else it is refused
 * @param compactAt how many bytes a file may have before it is worth a compaction
 * @param openFiles how many files are held open at a time
 */
public record LogOptions(
    Path directory, Fsync fsync, boolean cutsDamage, long compactAt, int openFiles) {
  private static final long MEGABYTE = 1L << 20;

  /** The usual ones for a directory. */
  public static LogOptions in(Path directory) {
    return new LogOptions(directory, new Fsync.Always(), false, 4 * MEGABYTE, 64);
  }

  public LogOptions with(Fsync other) {
    return new LogOptions(directory, other, cutsDamage, compactAt, openFiles);
  }

  public LogOptions cuttingDamage() {
    return new LogOptions(directory, fsync, true, compactAt, openFiles);
  }

  public LogOptions compactingAt(long bytes) {
    return new LogOptions(directory, fsync, cutsDamage, bytes, openFiles);
  }

  public LogOptions withOpenFiles(int most) {
    return new LogOptions(directory, fsync, cutsDamage, compactAt, most);
  }
}
