package dev.jongleur.cli.doctor;

import java.util.Locale;

/** What looks like a leak, in words, and what to do about it. */
enum Suspicion {
  RELEASED_TENANT(
      "a released tenant is still held",
      "released tenants are still held",
      "Drop the handle, or what it is the key or value of, when the tenant is released."),
  CLOSED_APPLICATION(
      "a closed application is still held",
      "closed applications are still held",
      "Drop the Jongleur and its tenants when it is closed."),
  CLOSED_DATA_SOURCE(
      "a closed data source is still held",
      "closed data sources are still held",
      "Drop the data source when it is closed."),
  FORGOTTEN_DATA_SOURCE(
      "an open data source is in a collection",
      "open data sources pile up in a collection",
      "Close each when its work is done; share one among those that have the same settings."),
  UNCLOSABLE_MODELS(
      "a data source that nobody can close any more is kept open by a handle of its models",
      "data sources that nobody can close any more are kept open by handles of their models",
      "Keep the data source itself and close it, or drop the models' handles."),
  CLOSED_MODELS(
      "the models of a closed owner are still held",
      "times the models of a closed owner are still held",
      "Drop the models' handles when their owner is closed."),
  CLOSED_STORE(
      "a closed partition is still held",
      "closed partitions are still held",
      "Only Jongleur itself has these: please report it."),
  CLOSED_LEASE(
      "a lease is still held that was given back",
      "leases are still held that were given back",
      "Only Jongleur itself and connectors have these: please report it."),
  LOST_LEASE(
      "a lease was dropped and never given back",
      "leases were dropped and never given back",
      "What they are on stays open for ever. A connector that leases has to close what it leased."),
  PILED_UP_DEFINITIONS(
      "a definition that no model uses is still held",
      "definitions that no model uses are still held",
      "Entities keep their definition: drop the entities of models that are gone or defined anew."),
  MANY_OBSERVERS(
      "a model has very many observers",
      "models have very many observers",
      "Close the subscription when its subscriber is done."),
  ENDED_OBSERVERS(
      "a subscription is still held whose owner has ended",
      "subscriptions are still held whose owners have ended",
      "Drop the subscription when the tenant is released or the data source is closed.");

  private final String one;
  private final String many;
  private final String advice;

  Suspicion(String one, String many, String advice) {
    this.one = one;
    this.many = many;
    this.advice = advice;
  }

  /** As a sentence. */
  String told(long count) {
    return count == 1
        ? one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1)
        : String.format(Locale.ROOT, "%,d %s", count, many);
  }

  String advice() {
    return advice;
  }

  /** As programs read it. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
