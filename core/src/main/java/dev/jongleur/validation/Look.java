package dev.jongleur.validation;

import dev.jongleur.definition.Candidate;
import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Validation;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One look at one entity, rule by rule: what the rule at hand sees, and where it says what. */
final class Look implements Candidate {
  private static final Validation NONE = Validation.of("", Validation.presence());

  private final Entity entity;
  private final Circumstances circumstances;
  private final Findings findings;
  private Validation rule = NONE;

  Look(Entity entity, Circumstances circumstances, Findings findings) {
    this.entity = entity;
    this.circumstances = circumstances;
    this.findings = findings;
  }

  /** The same look, for this rule from now on. */
  Look at(Validation next) {
    this.rule = next;
    return this;
  }

  Entity entity() {
    return entity;
  }

  Circumstances circumstances() {
    return circumstances;
  }

  void add(List<Finding> found) {
    found.forEach(finding -> findings.add(rule.property(), finding, rule.terms()));
  }

  @Override
  public String model() {
    return entity.definition().name();
  }

  @Override
  public String property() {
    return rule.property();
  }

  @Override
  public @Nullable Object value() {
    return entity.get(rule.property());
  }

  @Override
  public @Nullable Object get(String name) {
    return entity.get(name);
  }

  @Override
  public boolean has(String name) {
    return entity.has(name);
  }

  @Override
  public boolean isNew() {
    return !entity.isStored();
  }

  @Override
  public Map<String, ? extends @Nullable Object> options() {
    return circumstances.options();
  }

  @Override
  public long count(Map<String, ? extends @Nullable Object> where) {
    return circumstances.count(Filter.readWhere(where));
  }

  @Override
  public void invalid() {
    invalid("");
  }

  @Override
  public void invalid(String kind) {
    findings.add(rule.property(), new Finding("custom", kind), rule.terms());
  }

  @Override
  public void invalid(String property, String code, String message) {
    Terms ownWords = Terms.DEFAULT.withCode(code).withMessages(Map.of("", message));
    findings.add(property, new Finding("custom", ""), ownWords);
  }
}
