import org.jspecify.annotations.NullMarked;

/** Definitions, filters and entities as JSON. */
@NullMarked
module dev.jongleur.json {
  requires static transitive org.jspecify;
  requires transitive dev.jongleur.core;
  requires tools.jackson.core;

  exports dev.jongleur.json;
  exports dev.jongleur.json.project;
  exports dev.jongleur.json.schema;

  provides dev.jongleur.definition.DefinitionFormat with
      dev.jongleur.json.LoopBackFormat;
}
