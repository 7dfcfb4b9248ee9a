/**
 * Makes a question ready before a store sees it: its depth and what may not be asked are checked,
 * conditions that were not given are dropped or refused, values are read by the types of their
 * properties. What leaves here is typed and safe.
 */
package dev.jongleur.plan;
