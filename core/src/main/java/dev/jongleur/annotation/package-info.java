/**
 * What a record that defines a model says of its components where their Java types cannot: see
 * {@code ModelDefinition.of(User.class)}. Each says what the property option of its name says.
 */
package dev.jongleur.annotation;
