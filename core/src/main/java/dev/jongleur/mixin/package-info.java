/**
 * Named contributions to models: properties, rules, relations, scopes and observers that several
 * models share without a common base. A model names its mixins in its definition; what they bring
 * becomes part of the definition when the model is defined.
 */
package dev.jongleur.mixin;
