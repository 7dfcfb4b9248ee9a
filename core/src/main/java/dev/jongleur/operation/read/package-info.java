/**
 * Operations that read, one file for each: a short pipeline of filter, observers, store, what is
 * read along, result.
 */
package dev.jongleur.operation.read;
