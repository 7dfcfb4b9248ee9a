/**
 * Decides whether an entity may be stored: the rules a definition implies and those it lists, with
 * LoopBack's codes and messages (section 34 of the features).
 */
package dev.jongleur.validation;
