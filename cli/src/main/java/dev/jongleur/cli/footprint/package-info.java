/**
 * What tenants cost: bytes of each kind of tenant, the time to get from a tenant's name to a model,
 * and how fast models are defined.
 */
package dev.jongleur.cli.footprint;
