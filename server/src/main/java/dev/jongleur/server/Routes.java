package dev.jongleur.server;

import java.util.List;
import java.util.Optional;

/**
 * The paths below a model's path, as LoopBack 3 has them, and the schema of the model; the first
 * that matches is taken.
 */
final class Routes {
  static final List<Route> ALL =
      List.of(
          Route.of("GET", "", Reads::find),
          Route.of("GET", "/count", Reads::count),
          Route.of("GET", "/findOne", Reads::findOne),
          Route.of("GET", "/$schema", Reads::schema),
          Route.of("GET", "/{id}", Reads::findById),
          Route.of("HEAD", "/{id}", Reads::head),
          Route.of("GET", "/{id}/exists", Reads::exists),
          Route.of("POST", "", Writes::create),
          Route.of("PUT", "", Writes::replaceOrCreate),
          Route.of("PATCH", "", Writes::patchOrCreate),
          Route.of("POST", "/replaceOrCreate", Writes::replaceOrCreate),
          Route.of("POST", "/upsertWithWhere", Writes::upsertWithWhere),
          Route.of("POST", "/update", Writes::updateAll),
          Route.of("PUT", "/{id}", Writes::replaceById),
          Route.of("POST", "/{id}/replace", Writes::replaceById),
          Route.of("PATCH", "/{id}", Writes::patchAttributes),
          Route.of("DELETE", "/{id}", Writes::deleteById),
          Route.of("GET", "/{id}/{relation}", Relations::get),
          Route.of("POST", "/{id}/{relation}", Relations::create),
          Route.of("PUT", "/{id}/{relation}", Relations::update),
          Route.of("DELETE", "/{id}/{relation}", Relations::destroy),
          Route.of("GET", "/{id}/{relation}/count", Relations::count),
          Route.of("GET", "/{id}/{relation}/{fk}", Relations::findById),
          Route.of("PUT", "/{id}/{relation}/{fk}", Relations::updateById),
          Route.of("DELETE", "/{id}/{relation}/{fk}", Relations::destroyById));

  private Routes() {}

  /** The route of a request; a HEAD without one of its own is a GET whose value is kept back. */
  static Optional<Route> find(String verb, List<String> parts) {
    Optional<Route> route =
        ALL.stream().filter(candidate -> candidate.matches(verb, parts)).findFirst();
    return route.isEmpty() && verb.equals("HEAD") ? find("GET", parts) : route;
  }
}
