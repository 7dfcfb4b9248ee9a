/**
 * What tenants and applications may use, and how eagerly idle things are given back: limits and
 * policies as data, no mechanism.
 */
package dev.jongleur.policy;
