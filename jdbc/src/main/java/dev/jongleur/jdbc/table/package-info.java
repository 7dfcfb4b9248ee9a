/**
 * Where values lie: which table and columns a model has, how they are made and widened, and how a
 * value is put into a column and read back. Knows JDBC, no queries.
 */
package dev.jongleur.jdbc.table;
