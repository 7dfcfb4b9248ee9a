/**
 * The SQL connector: answers a store's questions with SQL where SQL means exactly what Jongleur
 * means, and with Jongleur's own matcher over the rows read where it does not. Above its own
 * floors: {@code dialect} (what differs between databases), {@code table} (where values lie),
 * {@code sql} (statements as data and their text), {@code pool} (open databases and leased
 * connections).
 */
package dev.jongleur.jdbc;
