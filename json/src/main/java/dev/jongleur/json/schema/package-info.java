/**
 * JSON Schema (2020-12) of models: {@link dev.jongleur.json.schema.JsonSchema} is the door, {@link
 * dev.jongleur.json.schema.Purpose} says what the schema is for. A schema is of one owner's model:
 * a tenant's own properties are in it. Everything here is stateless, or belongs to one call.
 */
package dev.jongleur.json.schema;
