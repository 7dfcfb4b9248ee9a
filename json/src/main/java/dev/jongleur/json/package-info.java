/**
 * JSON in and out: LoopBack's model files to definitions and back ({@link
 * dev.jongleur.json.DefinitionJson}), request bodies within limits ({@link
 * dev.jongleur.json.JsonReader}), answers ({@link dev.jongleur.json.JsonWriter}), and filters in a
 * query string ({@link dev.jongleur.json.BracketQuery}). Everything here is stateless or immutable.
 */
package dev.jongleur.json;
