package dev.jongleur.definition;

import static dev.jongleur.definition.PropertyOption.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-041, F-065, F-143: the names that a definition gives tables and columns. */
class MappingTest {
  private final ModelDefinition user =
      ModelDefinition.of(
          "User",
          u ->
              u.property("code", ScalarType.STRING, id(), in("mysql", "column", "CODE"))
                  .property("name", ScalarType.STRING, in("mongodb", "fieldName", "n"))
                  .setting("mysql", Map.of("table", "users")));

  private static PropertyOption in(String connector, String key, String name) {
    return property -> property.with(connector, Map.of(key, name));
  }

  @Test
  void what_a_block_says_goes_before_the_names_of_model_and_property() {
    assertThat(user.mapping("mysql").tableName()).isEqualTo("users");
    assertThat(user.mapping("mysql").columnNames()).containsExactly("CODE", "name");
    assertThat(user.mapping("mysql").idColumnName()).contains("CODE");
    assertThat(user.mapping("mongodb").tableName()).isEqualTo("User");
    assertThat(user.mapping("mongodb").columnName("name")).isEqualTo("n");
    assertThat(user.mapping("oracle").columnNames()).containsExactly("code", "name");
  }

  @Test
  void what_is_said_of_a_column_is_there_or_not() {
    assertThat(user.mapping("mysql").columnMetadata("code")).contains(Map.of("column", "CODE"));
    assertThat(user.mapping("mysql").columnMetadata("name")).isEmpty();
    assertThat(user.mapping("mysql").columnMetadata("none")).isEmpty();
    assertThat(user.mapping("mysql").columnName("none")).isEqualTo("none");
  }

  @Test
  void a_model_without_a_key_has_no_column_for_it() {
    assertThat(ModelDefinition.of("M", m -> m.injectId(false)).mapping("x").idColumnName())
        .isEmpty();
  }
}
