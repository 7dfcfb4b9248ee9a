/**
 * Watches over an application's memory: measures how much of the heap is alive after collections,
 * decides how eagerly idle tenants are folded, and tells an operator what he should know. Never
 * keeps the JVM alive, and never an application that was forgotten.
 */
package dev.jongleur.governor;
