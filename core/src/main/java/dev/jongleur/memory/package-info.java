/**
 * The memory connector: rows as the immutable entities they are. Each partition has one root that
 * all its collections hang on; readers take it, writers put another in its place, a transaction
 * works on one of its own. A connector keeps its own data and forgets it when closed. Also the
 * oracle for what every operator means.
 */
package dev.jongleur.memory;
