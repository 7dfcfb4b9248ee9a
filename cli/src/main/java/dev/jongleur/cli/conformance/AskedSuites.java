package dev.jongleur.cli.conformance;

import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.testkit.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The suites that the arguments of the command stand for: files, directories with all files below
 * them, and names of bundled suites or of groups of them.
 *
 * @param notices hears of files that hold no cases
 */
record AskedSuites(Consumer<String> notices) {
  /**
   * What the arguments stand for, in their order; without any: all bundled suites.
   *
   * @throws CommandFailure when an argument stands for nothing, or a file cannot be read
   */
  List<Suite> of(List<String> arguments) {
    return arguments.isEmpty()
        ? Suite.bundled()
        : arguments.stream().flatMap(this::suites).toList();
  }

  private Stream<Suite> suites(String argument) {
    Optional<Path> path = existing(argument);
    if (path.isEmpty()) {
      return bundled(argument).stream();
    }
    return Files.isDirectory(path.get())
        ? below(path.get()).stream().flatMap(this::suite)
        : suite(path.get());
  }

  private Stream<Suite> suite(Path file) {
    try {
      Suite suite = Suite.read(file);
      if (!suite.name().isEmpty()) {
        return Stream.of(suite);
      }
      notices.accept(file + " holds no cases: it names no suite.");
      return Stream.empty();
    } catch (UncheckedIOException e) {
      throw new CommandFailure("The file " + file + " cannot be read.", e);
    }
  }

  private static Optional<Path> existing(String argument) {
    try {
      return Optional.of(Path.of(argument)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<Suite> bundled(String name) {
    List<Suite> found = Suite.bundled().stream().filter(suite -> suite.isIn(name)).toList();
    if (found.isEmpty()) {
      throw new CommandFailure(
          "There is no file, directory or bundled suite called \"" + name + "\".");
    }
    return found;
  }

  private static List<Path> below(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .sorted((one, other) -> NaturalOrder.compare(one.toString(), other.toString()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure("The directory " + directory + " cannot be read.", e);
    }
  }
}
