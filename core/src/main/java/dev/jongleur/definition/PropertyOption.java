package dev.jongleur.definition;

import java.util.Map;

/** What may be said of a property beside its type, to be imported statically. */
@FunctionalInterface
public interface PropertyOption {
  Property apply(Property property);

  static PropertyOption required() {
    return Property::asRequired;
  }

  static PropertyOption id() {
    return property -> property.asId(1);
  }

  static PropertyOption generated() {
    return Property::asGenerated;
  }

  static PropertyOption defaultTo(Object value) {
    return property -> property.withInitial(new Default.Literal(value));
  }

  static PropertyOption made(Default.By by) {
    return property -> property.withInitial(new Default.Made(by));
  }

  /** No two rows may have the same value, which the store sees to; any may have none. */
  static PropertyOption unique() {
    return property -> property.with("index", Map.of("unique", true));
  }

  static PropertyOption index() {
    return property -> property.with("index", true);
  }

  /** An index for equality only: {@link Index.Kind#HASH}. */
  static PropertyOption hashIndex() {
    return property -> property.with("index", Map.of("type", Indexes.HASH));
  }
}
