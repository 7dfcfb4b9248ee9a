/**
 * One collection at one moment: its rows under their ids and its indexes, all immutable. A change
 * makes another one that shares nearly everything with it.
 */
package dev.jongleur.memory.collection;
