/**
 * What every operation stands on: one call on one binding, with its options, what may be answered,
 * the default scope, identity, and what Jongleur keeps itself of a row. A call belongs to one
 * thread and knows neither tenants nor data sources.
 */
package dev.jongleur.operation.call;
