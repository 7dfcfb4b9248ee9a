/**
 * The question as data: a filter with its where, order, paging, fields and includes. Immutable; no
 * I/O, no tenant, no backend. A where is a sealed tree, so that whoever walks it is told by the
 * compiler what was forgotten.
 */
package dev.jongleur.query;
