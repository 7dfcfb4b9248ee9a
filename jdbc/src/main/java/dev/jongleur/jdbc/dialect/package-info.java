/** What differs between databases: one small class each. The lowest floor of the SQL connector. */
package dev.jongleur.jdbc.dialect;
