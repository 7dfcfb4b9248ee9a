/**
 * The door: what a program uses. {@link dev.jongleur.DataSource} for one tenant without ceremony,
 * {@link dev.jongleur.Jongleur} for many tenants with one blueprint. Handles are cheap; they hold
 * no logic of their own.
 */
package dev.jongleur;
