package dev.jongleur.server;

import dev.jongleur.server.web.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The paths below a model's path, as LoopBack 3 has them, and Jongleur's own, which begin with a
 * {@code $}; the first that matches is taken.
 */
record Routes(List<Route> all) {
  private static final List<Route> ALWAYS =
      List.of(
          Route.of("GET", "", Reads::find),
          Route.of("GET", "/count", Reads::count),
          Route.of("GET", "/findOne", Reads::findOne),
          Route.of("GET", "/$schema", Reads::schema),
          Route.of("GET", "/$page", LongReads::page),
          Route.of("GET", "/$stream", LongReads::stream),
          Route.of("GET", "/$aggregate", Figures::aggregate),
          Route.of("GET", "/$distinct", Figures::distinct),
          Route.of("HEAD", "/{id}", Reads::head),
          Route.of("GET", "/{id}", Reads::findById),
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
          Route.of("DELETE", "/{id}/{relation}/{fk}", Relations::destroyById),
          Route.of("HEAD", "/{id}/{relation}/rel/{fk}", Links::exists),
          Route.of("PUT", "/{id}/{relation}/rel/{fk}", Links::add),
          Route.of("DELETE", "/{id}/{relation}/rel/{fk}", Links::remove));

  /** Those that the settings allow. */
  static Routes of(RestSettings settings) {
    return settings.explain()
        ? new Routes(
            Stream.concat(
                    Stream.of(Route.of("GET", "/$explain", Figures::explain)), ALWAYS.stream())
                .toList())
        : new Routes(ALWAYS);
  }

  /**
   * Finds the model, then the route.
   *
   * @param path the whole path, to be told
   * @param parts the model's path and what stands behind it
   * @throws RefusedException when there is no such model or route
   */
  Match match(PublicModels models, String verb, String path, List<String> parts) {
    String model = models.at(parts.getFirst()).orElseThrow(() -> Target.noMethod(verb, path));
    List<String> rest = parts.subList(1, parts.size());
    Route route = find(verb, rest).orElseThrow(() -> Match.noMethod(model, verb, rest));
    return new Match(model, verb, rest, route);
  }

  /** The route of a request; a HEAD without one of its own is a GET whose value is kept back. */
  private Optional<Route> find(String verb, List<String> parts) {
    return all.stream().filter(candidate -> isFor(candidate, verb, parts)).findFirst();
  }

  private static boolean isFor(Route candidate, String verb, List<String> parts) {
    return candidate.matches(verb, parts) || verb.equals("HEAD") && candidate.matches("GET", parts);
  }
}
