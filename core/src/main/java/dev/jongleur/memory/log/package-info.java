/**
 * An append-only log of what is committed to a partition: one file each, a record for each batch.
 * What was acknowledged is there when the file is opened again; a last record that was torn is cut
 * off and told, damage anywhere else is refused. A background compaction keeps a file within about
 * twice of what its rows take.
 */
package dev.jongleur.memory.log;
