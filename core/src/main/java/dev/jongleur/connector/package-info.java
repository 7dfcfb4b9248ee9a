/**
 * What a backend implements. A provider is found by {@link java.util.ServiceLoader} under its
 * connector names and opens a connector from settings; a connector hands out stores, one for each
 * partition (a tenant's database or schema, or the whole); a store answers questions that are
 * already coerced and checked. What it can do it declares as capabilities.
 */
package dev.jongleur.connector;
