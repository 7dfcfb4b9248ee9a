package dev.jongleur.cli.footprint;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.cli.measure.MeasuredModels;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.cli.measure.Spread;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How many models of ten properties are defined in a second, on a data source that has all the
 * models there are, while another has them too.
 *
 * @param known of definitions equal to those that the other holds, none of them the same object
 * @param fresh of definitions that nobody has
 */
record Defining(Spread known, Spread fresh) {
  private static final int AT_A_TIME = 1000;

  /** A round of look-ups is many times as long as one of these. */
  private static final int ROUNDS_FOR_ONE = 10;

  static Defining measure(FootprintPlan plan, Progress progress) {
    var registry = new ModelRegistry();
    try (DataSource holding = registry.open(Settings.of("memory"));
        DataSource defining = registry.open(Settings.of("memory"))) {
      for (int model = 0; model < plan.models(); model++) {
        holding.define(MeasuredModels.definition(model));
        defining.define(MeasuredModels.definition(model));
      }
      IntFunction<ModelDefinition> known = i -> MeasuredModels.definition(i % plan.models());
      IntFunction<ModelDefinition> fresh = i -> fresh(i, plan);
      return new Defining(
          rounds(defining, known, plan, progress), rounds(defining, fresh, plan, progress));
    }
  }

  private static ModelDefinition fresh(int number, FootprintPlan plan) {
    return MeasuredModels.builder(number % plan.models())
        .without("extra")
        .property("extra" + number, ScalarType.OBJECT)
        .build();
  }

  private static Spread rounds(
      DataSource source, IntFunction<ModelDefinition> made, FootprintPlan plan, Progress progress) {
    List<Double> perSecond = new ArrayList<>();
    int counted = ROUNDS_FOR_ONE * plan.rounds();
    for (int round = 0; round < 2 * counted; round++) {
      perSecond.add(round(source, made, round * AT_A_TIME));
    }
    progress.step();
    return Spread.of(perSecond.subList(counted, perSecond.size()));
  }

  /** The definitions are there before the clock runs: what is measured is to define them. */
  private static double round(DataSource source, IntFunction<ModelDefinition> made, int from) {
    List<ModelDefinition> definitions = new ArrayList<>(AT_A_TIME);
    for (int i = 0; i < AT_A_TIME; i++) {
      definitions.add(made.apply(from + i));
    }
    long began = System.nanoTime();
    for (ModelDefinition definition : definitions) {
      source.define(definition);
    }
    return AT_A_TIME * 1e9 / (System.nanoTime() - began);
  }
}
