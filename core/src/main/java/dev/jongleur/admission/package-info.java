/**
 * Lets a tenant's operations in as its limits allow: so many in a second, so many at once, each in
 * its turn, reading so long. A noisy tenant waits for itself; nobody waits for another. Knows no
 * tenant but by name, and costs nothing where nothing is limited.
 */
package dev.jongleur.admission;
