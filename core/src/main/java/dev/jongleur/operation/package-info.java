/**
 * What can be done with a model, one file for each operation. Each reads top to bottom as a short
 * pipeline: coerce, observers, validate, store, observers, result. Works on a binding and knows
 * neither tenants nor data sources.
 */
package dev.jongleur.operation;
