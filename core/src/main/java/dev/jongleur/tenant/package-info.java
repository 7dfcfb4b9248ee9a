/**
 * The tenants of one application: who they are, and their life. A tenant costs its name and a
 * record until it is first called; then it has models bound to its own partition of each data
 * source, until it is released.
 */
package dev.jongleur.tenant;
