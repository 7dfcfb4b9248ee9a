/**
 * The one place that knows every tenant registry, definition and lease. Resources are shared by key
 * and counted: made for the first lease, closed with the last. Definitions are shared by content;
 * names belong to their owner.
 */
package dev.jongleur.registry;
