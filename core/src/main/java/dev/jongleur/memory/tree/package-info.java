/**
 * A sorted collection that never changes: a B+-tree with wide nodes, of which a changed copy shares
 * all but the path to what was changed. Readers need no lock and a writer disturbs none of them.
 */
package dev.jongleur.memory.tree;
