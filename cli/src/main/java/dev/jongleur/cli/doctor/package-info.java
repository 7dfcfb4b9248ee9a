/** Finds out from a heap dump what of Jongleur is retained, by whom, and what of it is a leak. */
package dev.jongleur.cli.doctor;
