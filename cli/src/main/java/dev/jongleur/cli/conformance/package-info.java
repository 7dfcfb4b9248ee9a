/** Runs recorded cases through the testkit and tells how they came out, suite by suite. */
package dev.jongleur.cli.conformance;
