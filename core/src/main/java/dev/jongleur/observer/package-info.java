/**
 * Hooks: code called around an operation, its context, and the subscription that ends it. Observers
 * belong to the model of one owner and go with it (law 4).
 */
package dev.jongleur.observer;
