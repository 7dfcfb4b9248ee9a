/**
 * How models are related: reading along with a filter in a bounded number of questions, and the
 * related rows of one entity. Each kind of relation says which key leads where.
 */
package dev.jongleur.relation;
