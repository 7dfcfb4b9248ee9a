import org.jspecify.annotations.NullMarked;

/** The jongleur command. */
@NullMarked
module dev.jongleur.cli {
  requires static transitive org.jspecify;
  requires dev.jongleur.core;
  requires dev.jongleur.jdbc;
  requires dev.jongleur.json;
  requires dev.jongleur.server;
  requires dev.jongleur.testkit;
  requires info.picocli;
  requires java.logging;
  requires java.management;
  requires jdk.management;
  requires kotlin.stdlib;
  requires me.tongfei.progressbar;
  requires okio;
  requires shark.hprof;

  opens dev.jongleur.cli to
      info.picocli;
  opens dev.jongleur.cli.capacity to
      info.picocli;
  opens dev.jongleur.cli.conformance to
      info.picocli;
  opens dev.jongleur.cli.doctor to
      info.picocli;
  opens dev.jongleur.cli.footprint to
      info.picocli;
  opens dev.jongleur.cli.frame to
      info.picocli;
  opens dev.jongleur.cli.serve to
      info.picocli;
  opens dev.jongleur.cli.soak to
      info.picocli;
}
