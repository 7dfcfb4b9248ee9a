/**
 * The exceptions: one root, few leaves, each with a stable code and an HTTP status. Named by what
 * the caller can do. The lowest floor: uses nothing.
 */
package dev.jongleur.error;
