/**
 * One file of a log: its head, and records in frames with their length and checksum. Tells a last
 * record that was torn from damage that is refused.
 */
package dev.jongleur.memory.log.file;
