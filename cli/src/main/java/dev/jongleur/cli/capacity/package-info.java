/**
 * Whether a process of a given heap bears many tenants for long: in turn, each erased after a
 * while, or all at once, of which some are called at any time.
 */
package dev.jongleur.cli.capacity;
