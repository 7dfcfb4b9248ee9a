/**
 * What a record of a log holds, and its form in bytes: batches of rows, the shapes they have,
 * values with a tag for their type. Knows no file. What cannot be read is damaged, and says where.
 */
package dev.jongleur.memory.log.record;
