/**
 * Operations that store, change or remove, one file for each: a short pipeline of coerce,
 * observers, validate, store, observers, result.
 */
package dev.jongleur.operation.write;
