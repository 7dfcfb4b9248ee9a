/**
 * Open databases and leased connections: who may have one, how long to wait, when an idle one is
 * closed. Each lease is exact: what it took it gives back, once, and the connection forgets the
 * tenant.
 */
package dev.jongleur.jdbc.pool;
