/**
 * The command line: reads what is asked, hands it to one command, and turns the outcome into an
 * exit code (0: done, 1: failed, 2: asked wrongly). Each command has a package of its own; none
 * knows this one or another.
 */
package dev.jongleur.cli;
