package dev.jongleur.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.cli.doctor.heap.FieldName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor looks for is still called so. */
class NamesTest {
  static Stream<String> classes() {
    return constants().filter(String.class::isInstance).map(String.class::cast);
  }

  static Stream<FieldName> fields() {
    return constants().filter(FieldName.class::isInstance).map(FieldName.class::cast);
  }

  private static Stream<Object> constants() {
    return Arrays.stream(Names.class.getDeclaredFields()).map(NamesTest::value);
  }

  private static Object value(Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void the_class_is_there(String name) throws ClassNotFoundException {
    assertThat(Class.forName(name).getName()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void the_field_is_there(FieldName field) throws ReflectiveOperationException {
    Field found = Class.forName(field.declaredIn()).getDeclaredField(field.name());
    assertThat(Modifier.isStatic(found.getModifiers())).isFalse();
  }

  @Test
  void a_gate_is_retired_when_the_doctor_thinks() throws ReflectiveOperationException {
    Field retired = Class.forName(Names.GATE).getDeclaredField("RETIRED");
    retired.setAccessible(true);
    assertThat(retired.getInt(null)).isEqualTo(Names.RETIRED);
  }

  @Test
  void what_watches_leads_to_what_is_closed() throws ReflectiveOperationException {
    assertThat(typeOf(Names.RELEASE_CLOSED)).isEqualTo(AutoCloseable.class);
    assertThat(typeOf(Names.HOLDINGS_OPEN)).isEqualTo(Set.class);
  }

  private static Class<?> typeOf(FieldName field) throws ReflectiveOperationException {
    return Class.forName(field.declaredIn()).getDeclaredField(field.name()).getType();
  }
}
