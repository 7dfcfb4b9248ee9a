import org.jspecify.annotations.NullMarked;

/** REST, the explorer, and the dashboard. It sees no connector. */
@NullMarked
module dev.jongleur.server {
  requires static transitive org.jspecify;
  requires transitive dev.jongleur.core;
  requires dev.jongleur.json;
  requires io.helidon.webserver;

  exports dev.jongleur.server;
}
