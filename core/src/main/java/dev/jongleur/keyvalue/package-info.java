/**
 * The {@code kv-memory} connector (F-394 to F-396): immutable values under keys, in a space for
 * each model of each partition. What expires goes when it is touched and, touched or not, by one
 * sweep for all partitions, which lives as long as its connector. All values together have a bound.
 */
package dev.jongleur.keyvalue;
