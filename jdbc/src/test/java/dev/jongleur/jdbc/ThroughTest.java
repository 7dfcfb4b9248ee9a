package dev.jongleur.jdbc;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Related;
import dev.jongleur.Tenant;
import dev.jongleur.Transaction;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F-272 to F-276 of two tenants, on every backend alike. */
class ThroughTest {
  private static final ModelDefinition STUDENT =
      ModelDefinition.of(
          "Student",
          s ->
              s.property("name", STRING)
                  .relation(
                      Relation.hasMany("courses", "Course", "studentId")
                          .withThrough("Enrolment", "courseId")));
  private static final ModelDefinition COURSE =
      ModelDefinition.of(
          "Course", c -> c.property("title", STRING, required()).property("level", NUMBER));
  private static final ModelDefinition ENROLMENT =
      ModelDefinition.of(
          "Enrolment",
          e ->
              e.property("grade", STRING)
                  .relation(Relation.belongsTo("student", "Student", "studentId"))
                  .relation(Relation.belongsTo("course", "Course", "courseId")));

  /** What a tenant has in every test: two students, three courses, three links. */
  private record School(Tenant tenant, Entity ada, Entity bob) {
    static School of(Tenant tenant) {
      Model students = tenant.model("Student");
      var school =
          new School(
              tenant,
              students.create(Map.of("name", "Ada")),
              students.create(Map.of("name", "Bob")));
      var _ = school.ofAda().create(Map.of("title", "Art", "level", 1));
      var _ = school.ofAda().create(Map.of("title", "Bio", "level", 3));
      var _ = school.ofBob().create(Map.of("title", "Chem", "level", 3));
      return school;
    }

    Related ofAda() {
      return tenant.model("Student").related(ada, "courses");
    }

    Related ofBob() {
      return tenant.model("Student").related(bob, "courses");
    }

    Model links() {
      return tenant.model("Enrolment");
    }

    Model courses() {
      return tenant.model("Course");
    }

    void isAsItWas() {
      assertThat(titles(ofAda().find())).containsExactly("Art", "Bio");
      assertThat(titles(ofBob().find())).containsExactly("Chem");
      assertThat(links().count()).isEqualTo(3);
      assertThat(courses().count()).isEqualTo(3);
    }
  }

  private static Jongleur on(String connector) {
    Settings settings = Settings.of(connector);
    return Jongleur.builder()
        .dataSource("main", connector.equals("h2") ? settings.with("wait", 60_000) : settings)
        .blueprint(Blueprint.of("main", List.of(STUDENT, COURSE, ENROLMENT)))
        .build();
  }

  /** Work for acme; then globex, which has the same rows, is as it was, and nothing is left. */
  private static void forAcme(String connector, Work work) throws Exception {
    Jongleur jongleur = on(connector);
    try (jongleur) {
      School acme = School.of(jongleur.onboard("acme"));
      School globex = School.of(jongleur.onboard("globex"));
      work.on(acme);
      globex.isAsItWas();
    }
    assertThat(jongleur.registry().stats().leases()).isZero();
  }

  @FunctionalInterface
  private interface Work {
    void on(School school) throws Exception;
  }

  private static List<Object> titles(List<Entity> courses) {
    return courses.stream().map(course -> course.get("title")).toList();
  }

  private static <T> List<T> atOnce(int callers, IntFunction<T> work) throws Exception {
    var start = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              start.await();
              return work.apply(number);
            }));
      }
      start.countDown();
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      results.add(result(one));
    }
    return results;
  }

  private static <T> T result(Future<T> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a caller failed", e.getCause());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void questions_are_about_the_rows_that_are_linked_to(String connector) throws Exception {
    forAcme(
        connector,
        school -> {
          Related ofAda = school.ofAda();
          assertThat(titles(ofAda.find(Filter.all().order("title DESC"))))
              .containsExactly("Bio", "Art");
          assertThat(ofAda.count(where("level", 3))).isEqualTo(1);
          assertThat(ofAda.distinct("level")).containsExactly(1L, 3L);
          assertThat(ofAda.aggregate(Aggregate.all().max("level", "most")))
              .containsExactly(Map.of("most", 3L));
          assertThat(titles(ofAda.page(Filter.all().limit(1)).rows())).containsExactly("Art");
          assertThat(ofAda.explain(Filter.all()).toString()).isNotEmpty();
          try (var rows = ofAda.stream(Filter.all())) {
            assertThat(titles(rows.toList())).containsExactly("Art", "Bio");
          }
          assertThat(ofAda.exists(3)).isFalse();
          assertThat(ofAda.updateAll(where("level", 3), Map.of("level", 4), Options.NONE))
              .isEqualTo(1);
          assertThat(school.courses().count(where("level", 4))).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void rows_are_read_along_by_three_questions(String connector) throws Exception {
    forAcme(
        connector,
        school -> {
          var _ = school.ofBob().add(1);
          var asked = new ArrayList<String>();
          for (String model : List.of("Student", "Enrolment", "Course")) {
            var _ =
                school
                    .tenant()
                    .model(model)
                    .observe(Hook.ACCESS, access -> asked.add(access.model()));
          }
          Filter byTitle = Filter.all().order("title DESC");
          List<Entity> all =
              school.tenant().model("Student").find(Filter.all().include("courses", byTitle));
          assertThat(asked).containsExactly("Student", "Enrolment", "Course");
          assertThat(all.stream().map(student -> student.related("courses").orElseThrow()))
              .extracting(
                  courses -> titles(((List<?>) courses).stream().map(Entity.class::cast).toList()))
              .containsExactly(List.of("Bio", "Art"), List.of("Chem", "Art"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void callers_at_once_make_one_link(String connector) throws Exception {
    forAcme(
        connector,
        school -> {
          List<String> links = atOnce(16, _ -> String.valueOf(school.ofAda().add(3).id()));
          assertThat(links).containsOnly(links.getFirst());
          assertThat(school.links().count(where("courseId", 3))).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void creators_at_once_do_not_hinder_each_other(String connector) throws Exception {
    forAcme(
        connector,
        school -> {
          var _ = atOnce(16, number -> school.ofAda().create(Map.of("title", "t" + number)));
          assertThat(school.ofAda().count()).isEqualTo(18);
          assertThat(school.links().count()).isEqualTo(19);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void neither_row_nor_link_is_stored_when_one_of_them_cannot_be(String connector)
      throws Exception {
    forAcme(
        connector,
        school -> {
          assertThatExceptionOfType(ValidationException.class)
              .isThrownBy(() -> school.ofAda().create(Map.of()));
          try (var _ = school.links().observe(Hook.BEFORE_SAVE, _ -> refuse())) {
            assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> school.ofAda().create(Map.of("title", "Dance")));
            try (Transaction own = school.tenant().beginTransaction()) {
              assertThatExceptionOfType(DataException.class)
                  .isThrownBy(() -> school.ofAda().create(Map.of("title", "Dance"), own.options()));
              own.commit();
            }
          }
          school.isAsItWas();
        });
  }

  private static void refuse() {
    throw new DataException("no more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void all_is_part_of_the_callers_transaction(String connector) throws Exception {
    forAcme(
        connector,
        school -> {
          try (Transaction own = school.tenant().beginTransaction()) {
            var _ = school.ofAda().create(Map.of("title", "Dance"), own.options());
            var _ = school.ofAda().add(3, Map.of(), own.options());
            assertThat(school.ofAda().deleteById(1, own.options())).isEqualTo(1);
            assertThat(titles(school.ofAda().find(Filter.all(), own.options())))
                .containsExactly("Bio", "Chem", "Dance");
            own.rollback();
          }
          school.isAsItWas();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void links_are_removed_alone_or_with_their_row(String connector) throws Exception {
    forAcme(
        connector,
        school -> {
          assertThat(school.ofAda().remove(1)).isEqualTo(1);
          assertThat(school.courses().count()).isEqualTo(3);
          assertThat(school.ofAda().deleteById(2, Options.NONE)).isEqualTo(1);
          assertThat(titles(school.courses().find())).containsExactly("Art", "Chem");
          assertThat(school.ofBob().deleteAll(Filter.all(), Options.NONE)).isEqualTo(1);
          assertThat(school.links().count()).isZero();
          assertThat(school.courses().count()).isEqualTo(2);
        });
  }
}
