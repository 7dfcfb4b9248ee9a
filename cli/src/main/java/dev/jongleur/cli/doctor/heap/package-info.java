/**
 * A heap dump as a graph: who refers to whom, who retains how much, and how the garbage collector
 * gets there. Shark reads the records; the graph over them is here, because retained sizes have to
 * be exact, for a heap of many million objects, in the layout of the JVM that was dumped. Knows
 * nothing of Jongleur.
 */
package dev.jongleur.cli.doctor.heap;
