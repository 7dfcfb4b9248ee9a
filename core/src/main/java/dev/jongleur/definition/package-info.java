/**
 * Structure as data: what a model is, before it is bound to a data source or a tenant. Everything
 * here is immutable and compared by content, so that equal definitions can be one object whoever
 * made them. The shape is what storage and plans depend on.
 */
package dev.jongleur.definition;
