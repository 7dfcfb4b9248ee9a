/**
 * What proves a connector: {@link dev.jongleur.testkit.Conformance} runs the cases that were
 * recorded from the original (they are data; FORMAT.md beside them tells their form) against a
 * {@link dev.jongleur.testkit.Backend}. {@link dev.jongleur.testkit.InvariantCheck} ends each JUnit
 * test with a look for what was left open.
 */
package dev.jongleur.testkit;
