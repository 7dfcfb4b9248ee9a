/**
 * The memory connector: rows as the immutable entities they are, in collections kept in the order
 * of their ids. A connector keeps its own data, one set of collections for each partition, and
 * forgets it when closed. Also the oracle for what every operator means.
 */
package dev.jongleur.memory;
