/**
 * Models bound to an owner: a data source or a tenant. Names belong to the owner; what one owner
 * registers never hides or reveals another's (law 3). A space goes as a whole: its models,
 * observers and stores are given back once, in order.
 */
package dev.jongleur.model;
