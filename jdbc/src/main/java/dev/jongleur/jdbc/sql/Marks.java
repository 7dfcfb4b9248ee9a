package dev.jongleur.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Question marks that know which value they stand for: databases put clauses in different orders,
 * and the marks tell in which order they were written.
 */
final class Marks {
  private final List<Integer> written = new ArrayList<>();
  private int next;

  Field<Object> next() {
    return mark(SQLDataType.OTHER);
  }

  List<Field<Object>> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  Field<String> nextText() {
    return mark(SQLDataType.VARCHAR);
  }

  Field<Long> nextNumber() {
    return mark(SQLDataType.BIGINT);
  }

  /** A mark where there is a value, else something that is not to be written. */
  Field<Long> nextNumber(boolean present) {
    return present ? mark(SQLDataType.BIGINT) : DSL.inline(0L);
  }

  /** For each mark in the text the place of its value. */
  List<Integer> order() {
    return written;
  }

  private <T> Field<T> mark(DataType<T> type) {
    int place = next++;
    return CustomField.of(
        "mark",
        type,
        text -> {
          written.add(place);
          text.sql('?');
        });
  }
}
