/**
 * How a case is run. A {@link dev.jongleur.testkit.run.SuiteRun} makes a {@code World} (registry,
 * data sources, models) for each case and lets {@code Steps} carry out its steps: arguments are
 * decoded, a call is made on the door of the product, the result bound, plucked and compared.
 * Nothing is made good here: what the product does not offer is a {@code MissingFeature}, which
 * fails the case even where it expects an error.
 */
package dev.jongleur.testkit.run;
