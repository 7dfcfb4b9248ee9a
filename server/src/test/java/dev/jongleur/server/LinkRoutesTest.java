package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.ScalarType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F-273: what is linked through a model, as LoopBack 3 serves it. */
class LinkRoutesTest {
  private static final ModelDefinition STUDENT =
      ModelDefinition.of(
          "Student",
          s ->
              s.property("name", ScalarType.STRING)
                  .relation(
                      Relation.hasMany("courses", "Course", "studentId")
                          .withThrough("Enrolment", "courseId")));
  private static final ModelDefinition COURSE =
      ModelDefinition.of("Course", c -> c.property("title", ScalarType.STRING));
  private static final ModelDefinition ENROLMENT =
      ModelDefinition.of(
          "Enrolment",
          e ->
              e.property("grade", ScalarType.STRING)
                  .relation(Relation.belongsTo("student", "Student", "studentId"))
                  .relation(Relation.belongsTo("course", "Course", "courseId")));
  private static final String COURSES = "/api/Students/1/courses";

  private Shops shops;

  @BeforeEach
  void each_tenant_has_a_student_with_one_of_two_courses() {
    shops = Shops.of(STUDENT, COURSE, ENROLMENT);
    for (String tenant : new String[] {"acme", "globex"}) {
      shops.post(tenant, "/api/Students", "{\"name\":\"Ada\"}").object();
      shops.post(tenant, COURSES, "{\"title\":\"Art of " + tenant + "\"}").object();
      shops.post(tenant, "/api/Courses", "{\"title\":\"Bio\"}").object();
    }
  }

  @AfterEach
  void the_other_tenant_saw_nothing() {
    assertThat(shops.get("globex", COURSES).text())
        .isEqualTo("[{\"id\":1,\"title\":\"Art of globex\"}]");
    assertThat(shops.get("globex", "/api/Courses").list()).hasSize(2);
    shops.close();
  }

  @Test
  void what_is_linked_is_read_and_counted() {
    assertThat(shops.get("acme", COURSES).list()).hasSize(1);
    assertThat(shops.get("acme", COURSES + "/count").text()).isEqualTo("{\"count\":1}");
    assertThat(shops.get("acme", COURSES + "/1").object().get("title")).isEqualTo("Art of acme");
    assertThat(shops.get("acme", COURSES + "/2").status()).isEqualTo(404);
    assertThat(shops.get("acme", "/api/Students?filter[include]=courses").text())
        .contains("\"courses\":[{\"id\":1,");
  }

  @Test
  void a_row_is_linked_and_what_is_said_of_the_link_is_kept() {
    String link = COURSES + "/rel/2";
    assertThat(shops.send("HEAD", "acme", link, "").status()).isEqualTo(404);
    assertThat(shops.send("PUT", "acme", link, "{\"grade\":\"A\"}").object())
        .isEqualTo(Map.of("id", 2L, "grade", "A", "studentId", 1L, "courseId", 2L));
    assertThat(shops.send("PUT", "acme", link, "").object().get("id")).isEqualTo(2L);
    assertThat(shops.send("HEAD", "acme", link, "").status()).isEqualTo(200);
    assertThat(shops.get("acme", COURSES).list()).hasSize(2);
  }

  @Test
  void a_link_is_removed_and_the_row_stays() {
    assertThat(shops.send("DELETE", "acme", COURSES + "/rel/1", "").status()).isEqualTo(204);
    assertThat(shops.get("acme", COURSES).list()).isEmpty();
    assertThat(shops.get("acme", "/api/Courses").list()).hasSize(2);
  }

  @Test
  void all_links_are_removed_and_the_rows_stay() {
    assertThat(shops.send("DELETE", "acme", COURSES, "").status()).isEqualTo(204);
    assertThat(shops.get("acme", COURSES).list()).isEmpty();
    assertThat(shops.get("acme", "/api/Courses").list()).hasSize(2);
  }

  @Test
  void a_linked_row_is_changed_and_removed_by_its_id() {
    assertThat(shops.send("PUT", "acme", COURSES + "/1", "{\"title\":\"X\"}").object().get("title"))
        .isEqualTo("X");
    assertThat(shops.send("DELETE", "acme", COURSES + "/2", "").status()).isEqualTo(404);
    assertThat(shops.send("DELETE", "acme", COURSES + "/1", "").status()).isEqualTo(204);
    assertThat(shops.get("acme", "/api/Courses").list()).hasSize(1);
    assertThat(shops.get("acme", "/api/Enrolments").list()).isEmpty();
  }

  @Test
  void a_relation_by_a_key_has_no_links() {
    assertThat(shops.send("PUT", "acme", "/api/Enrolments/1/course/rel/1", "").status())
        .isEqualTo(404);
  }
}
