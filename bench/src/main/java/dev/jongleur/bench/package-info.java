/**
 * What operations take, through the public interface, on the memory connector: one row at a time on
 * one thread, among ten thousand rows. Run by {@code bench/run}.
 */
@NullMarked
package dev.jongleur.bench;

import org.jspecify.annotations.NullMarked;
