package dev.jongleur.testkit;

import dev.jongleur.testkit.run.Raw;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a suite into cases. */
final class SuiteReader {
  private SuiteReader() {}

  static Suite suite(@Nullable Object raw) {
    Map<String, @Nullable Object> file = Raw.map(raw);
    var fixtures = new LinkedHashMap<String, Case>();
    Raw.map(file.get("fixtures"))
        .forEach((name, fixture) -> fixtures.put(name, read(name, Raw.map(fixture))));
    return new Suite(
        Raw.text(file.get("suite")),
        Boolean.TRUE.equals(file.get("readOnly")),
        fixtures,
        Raw.maps(file.get("cases")).stream().map(SuiteReader::read).toList());
  }

  private static Case read(Map<String, @Nullable Object> raw) {
    return read(Raw.text(raw.get("id")), raw);
  }

  private static Case read(String id, Map<String, @Nullable Object> raw) {
    return new Case(
        id,
        Raw.text(raw.get("about")),
        Raw.text(raw.get("fixture")),
        Raw.list(raw.get("requires")).stream().map(String::valueOf).toList(),
        dataSources(raw.get("dataSources")),
        Raw.maps(raw.get("mixins")),
        Raw.maps(raw.get("models")),
        Raw.maps(raw.get("steps")));
  }

  private static Map<String, Map<String, Object>> dataSources(@Nullable Object raw) {
    var all = new LinkedHashMap<String, Map<String, Object>>();
    Raw.map(raw).forEach((name, settings) -> all.put(name, settings(settings)));
    return all;
  }

  private static Map<String, Object> settings(@Nullable Object raw) {
    var settings = new LinkedHashMap<String, Object>();
    Raw.map(raw).forEach((key, value) -> settings.put(key, Objects.requireNonNull(value)));
    return settings;
  }
}
