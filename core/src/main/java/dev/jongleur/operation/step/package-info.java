/**
 * The steps that operations share: values made ready to be stored, hooks before and after,
 * validation, the row that is meant and in which version, putting a row where there may be one.
 */
package dev.jongleur.operation.step;
