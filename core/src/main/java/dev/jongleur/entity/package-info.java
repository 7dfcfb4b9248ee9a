/**
 * One value of a model: an immutable entity whose values lie in slots laid out by the shape, the
 * value types that Java lacks, and the rules by which loose input becomes a typed value (F-014 to
 * F-024). No I/O, no tenant, no backend.
 */
package dev.jongleur.entity;
