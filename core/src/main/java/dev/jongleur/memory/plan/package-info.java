/**
 * How a question about a collection is answered: by which key or index, with what order, by which
 * rest of the where. An index is used only where it answers exactly as reading every row would.
 */
package dev.jongleur.memory.plan;
