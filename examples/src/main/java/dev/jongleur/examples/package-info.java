/** Mains to run and to copy from; a test runs each of them, so that they stay true. */
@NullMarked
package dev.jongleur.examples;

import org.jspecify.annotations.NullMarked;
