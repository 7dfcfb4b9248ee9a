package dev.jongleur.server;

import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.error.DataException;
import dev.jongleur.json.JsonReader;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.server.web.RefusedException;
import dev.jongleur.server.web.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as an operation sees it. Nothing but the tenant has been looked up: the model, the
 * filter and the body are, when they are asked for.
 */
record Asked(
    Tenant tenant, Match match, FilterParameter question, RequestBody body, Wishes wishes) {
  private static final JsonReader ID = JsonReader.of("The id", 4_096, 2);

  Model handle() {
    return tenant.model(model());
  }

  /** The name of the model. */
  String model() {
    return match.model();
  }

  Filter filter() {
    return question.filter();
  }

  Filter where() {
    return question.where();
  }

  /** What is in force for calls from outside (LoopBack's options of remote calls). */
  Options options() {
    Options options =
        Options.of("prohibitHiddenPropertiesInQuery", true)
            .with("maxDepthOfQuery", question.maxDepth());
    return wishes.languages().isEmpty() ? options : options.with("locale", wishes.languages());
  }

  /** A part of the path by its name in the route. */
  String part(String name) {
    return match.part(name);
  }

  /** The id as the path has it. */
  String id() {
    return part("id");
  }

  /** The id; of a key of several properties an object of their values, in JSON. */
  @Nullable Object key() {
    boolean composite = handle().definition().shape().keySize() > 1;
    return composite ? ID.read(id()) : id();
  }

  /** The body, which has to be an object. */
  Map<String, @Nullable Object> data() {
    return object(body.read());
  }

  /** The body as a list of objects, or as one. */
  Data dataOrList() {
    Object value = body.read();
    if (value instanceof List<?> list) {
      var items = new ArrayList<Map<String, @Nullable Object>>(list.size());
      list.forEach(item -> items.add(object(item)));
      return new Data.Several(items);
    }
    return new Data.One(object(value));
  }

  /** What a body holds that may be a list. */
  sealed interface Data {
    record One(Map<String, @Nullable Object> item) implements Data {}

    record Several(List<Map<String, @Nullable Object>> items) implements Data {}
  }

  RefusedException unknownId() {
    return RefusedException.notFound(
        "Unknown \"" + model() + "\" id \"" + Target.shown(id()) + "\".");
  }

  RefusedException noMethod() {
    return match.noMethod();
  }

  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new DataException("Value is not an object.");
    }
    var object = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, item) -> object.put(String.valueOf(key), item));
    return object;
  }
}
