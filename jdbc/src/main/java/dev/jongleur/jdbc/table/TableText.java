package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.jdbc.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The text of statements that make and widen tables. Every identifier in it is quoted. */
final class TableText {
  private final Dialect dialect;
  private final DSLContext jooq;
  private final ColumnTypes types;

  TableText(Dialect dialect) {
    this.dialect = dialect;
    this.jooq = Quoting.jooq(dialect);
    this.types = new ColumnTypes(dialect);
  }

  /** Tells how a table is without reading it. */
  String nothingFrom(String table) {
    return jooq.render(
        jooq.select(DSL.asterisk()).from(DSL.table(DSL.name(table))).where(DSL.falseCondition()));
  }

  String create(ModelDefinition model, Mapping mapping) {
    var columns = new ArrayList<Field<?>>();
    var keys = new ArrayList<Name>();
    for (Property property : model.properties()) {
      columns.add(field(column(mapping, property), types.of(model, property)));
    }
    for (int part = 0; part < model.shape().keySize(); part++) {
      Property key = model.shape().property(model.shape().keySlot(part));
      keys.add(DSL.name(column(mapping, key)));
    }
    services(model).forEach(columns::add);
    if (keys.isEmpty()) {
      columns.add(field(Mapping.ROW, SQLDataType.BIGINT.generatedByDefaultAsIdentity()));
      keys.add(DSL.name(Mapping.ROW));
    }
    return jooq.render(
        jooq.createTableIfNotExists(DSL.name(mapping.table()))
            .columns(columns)
            .constraint(DSL.primaryKey(keys.toArray(Name[]::new))));
  }

  /** One statement for each column that is missing; the open column only beside the null marks. */
  List<String> widen(ModelDefinition model, Mapping mapping, Set<String> there) {
    var missing = new ArrayList<Field<?>>();
    for (Property property : model.properties()) {
      if (!there.contains(column(mapping, property))) {
        missing.add(field(column(mapping, property), types.of(model, property)));
      }
    }
    if (there.contains(Mapping.NULLS)) {
      services(model).stream()
          .filter(field -> !there.contains(field.getName()))
          .forEach(missing::add);
    }
    return missing.stream()
        .map(field ->
            jooq.render(jooq.alterTable(DSL.name(mapping.table())).addColumnIfNotExists(field)))
        .toList();
  }

  String index(String table, String column, boolean unique) {
    Name name = DSL.name(Indexes.name(table, column, unique));
    var create =
        unique ? jooq.createUniqueIndexIfNotExists(name) : jooq.createIndexIfNotExists(name);
    return jooq.render(create.on(DSL.table(DSL.name(table)), DSL.field(DSL.name(column))));
  }

  String drop(String table) {
    return jooq.render(jooq.dropTableIfExists(DSL.name(table)));
  }

  String dropColumn(String table, String column) {
    return jooq.render(
        jooq.alterTable(DSL.name(table)).dropColumnIfExists(DSL.field(DSL.name(column))));
  }

  /** Makes generated ids go on from here. */
  String restart(String table, String column, long next) {
    return jooq.render(
        jooq.query(
            "alter table {0} alter column {1} restart with {2}",
            DSL.name(table), DSL.name(column), DSL.inline(next)));
  }

  private List<Field<?>> services(ModelDefinition model) {
    var services = new ArrayList<Field<?>>();
    services.add(field(Mapping.NULLS, SQLDataType.VARCHAR(dialect.longestText())));
    if (model.isOpen()) {
      services.add(field(Mapping.OPEN, SQLDataType.CLOB));
    }
    return services;
  }

  private static String column(Mapping mapping, Property property) {
    return mapping.columns().getOrDefault(property.name(), property.name());
  }

  private static Field<?> field(String name, DataType<?> type) {
    return DSL.field(DSL.name(name), type);
  }
}
