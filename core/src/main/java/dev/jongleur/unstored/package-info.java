/**
 * The transient connector (F-393): rows are validated, observed and given ids, and stored nowhere.
 * A base for models that only ever live inside others, or on their way elsewhere.
 */
package dev.jongleur.unstored;
