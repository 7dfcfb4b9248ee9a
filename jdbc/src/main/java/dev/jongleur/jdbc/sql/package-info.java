/**
 * Statements as data, in two halves: a form without values, by which its text is kept and found,
 * and the values. Splits a where into what SQL answers exactly and the rest.
 */
package dev.jongleur.jdbc.sql;
