/**
 * The load test of the origin: requests of many tenants, each of which opens a data source, defines
 * its models, works and disconnects. Measures what stays behind, which should be nothing.
 */
package dev.jongleur.cli.soak;
