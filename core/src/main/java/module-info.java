import org.jspecify.annotations.NullMarked;

/**
 * The data layer: definitions, queries, operations, relations, registry, tenants, memory connector.
 */
@NullMarked
module dev.jongleur.core {
  requires static transitive org.jspecify;
  requires com.github.benmanes.caffeine;
  requires io.github.bucket4j.core;
  requires java.management;
  requires jdk.management;
  requires tools.jackson.core;

  exports dev.jongleur;
  exports dev.jongleur.error;
  exports dev.jongleur.annotation;
  exports dev.jongleur.definition;
  exports dev.jongleur.entity;
  exports dev.jongleur.query;
  exports dev.jongleur.observer;
  exports dev.jongleur.mixin;
  exports dev.jongleur.connector;
  exports dev.jongleur.policy;
  exports dev.jongleur.event;

  uses dev.jongleur.connector.ConnectorProvider;
  uses dev.jongleur.definition.DefinitionFormat;

  provides dev.jongleur.connector.ConnectorProvider with
      dev.jongleur.keyvalue.KeyValueProvider,
      dev.jongleur.memory.MemoryProvider,
      dev.jongleur.unstored.DetachedProvider,
      dev.jongleur.unstored.TransientProvider;
}
