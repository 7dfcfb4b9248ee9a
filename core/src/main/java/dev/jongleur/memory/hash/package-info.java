/**
 * A map that never changes: a hash trie, of which a changed copy shares all but the path to what
 * was changed. Readers need no lock and a writer disturbs none of them.
 */
package dev.jongleur.memory.hash;
