package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MisuseException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-272 to F-277: what is related through the rows of a model between. */
class ThroughTest {
  private static final Relation COURSES =
      Relation.hasMany("courses", "Course", "studentId").withThrough("Enrolment", "courseId");
  private static final ModelDefinition STUDENT =
      ModelDefinition.of(
          "Student", s -> s.property("name", STRING).property("year", NUMBER).relation(COURSES));
  private static final ModelDefinition COURSE =
      ModelDefinition.of(
          "Course",
          c ->
              c.property("title", STRING, required())
                  .property("level", NUMBER)
                  .scope("hard", Map.of("where", Map.of("level", 3)))
                  .relation(
                      Relation.hasMany("students", "Student", "courseId")
                          .withThrough("Enrolment", "studentId")));
  private static final ModelDefinition ENROLMENT =
      ModelDefinition.of(
          "Enrolment",
          e ->
              e.property("grade", STRING)
                  .relation(Relation.belongsTo("student", "Student", "studentId"))
                  .relation(Relation.belongsTo("course", "Course", "courseId")));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Tenant acme;
  private Model students;
  private Model enrolments;
  private Entity ada;
  private Entity bob;
  private Related ofAda;

  @BeforeEach
  void ada_takes_two_of_three_courses_and_bob_the_third() {
    acme = nothing.acme(STUDENT, COURSE, ENROLMENT);
    students = acme.model("Student");
    enrolments = acme.model("Enrolment");
    ada = students.create(Map.of("name", "Ada", "year", 1));
    bob = students.create(Map.of("name", "Bob", "year", 2));
    ofAda = students.related(ada, "courses");
    var _ = ofAda.create(Map.of("title", "Art", "level", 1));
    var _ = ofAda.create(Map.of("title", "Bio", "level", 3));
    var _ = students.related(bob, "courses").create(Map.of("title", "Chem", "level", 3));
  }

  private static List<Object> titles(List<Entity> courses) {
    return courses.stream().map(course -> course.get("title")).toList();
  }

  private List<Object> titlesOfAda() {
    return titles(ofAda.find());
  }

  @Test
  void questions_are_about_the_rows_that_are_linked_to() {
    assertThat(titlesOfAda()).containsExactly("Art", "Bio");
    assertThat(titles(ofAda.find(where("level", 3)))).containsExactly("Bio");
    assertThat(titles(ofAda.find(Filter.all().order("level DESC").limit(1))))
        .containsExactly("Bio");
    assertThat(ofAda.find(where("grade", "A"))).isEmpty();
    assertThat(ofAda.findOne(where("level").gt(1)).orElseThrow().get("title")).isEqualTo("Bio");
    assertThat(ofAda.count()).isEqualTo(2);
    assertThat(ofAda.count(where("level", 3))).isEqualTo(1);
    assertThat(ofAda.distinct("level")).containsExactly(1L, 3L);
    assertThat(ofAda.aggregate(Aggregate.all().sum("level", "sum")))
        .containsExactly(Map.of("sum", 4L));
    assertThat(ofAda.page(Filter.all().limit(1)).next()).isPresent();
    try (var rows = ofAda.stream(Filter.all())) {
      assertThat(titles(rows.toList())).containsExactly("Art", "Bio");
    }
    assertThat(titles(ofAda.scope("hard").find())).containsExactly("Bio");
  }

  @Test
  void one_row_is_found_by_its_id_where_it_is_linked() {
    assertThat(ofAda.findById(2)).isPresent();
    assertThat(ofAda.exists(2)).isTrue();
    assertThat(ofAda.findById(3)).isEmpty();
    assertThat(ofAda.exists(3)).isFalse();
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> ofAda.exists(null));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> ofAda.get(3, Options.NONE))
        .withMessageContaining("Course");
  }

  @Test
  void a_link_to_a_row_that_is_gone_leads_nowhere() {
    var _ = acme.model("Course").deleteById(2);
    assertThat(titlesOfAda()).containsExactly("Art");
    assertThat(ofAda.count()).isEqualTo(1);
    assertThat(ofAda.exists(2)).isFalse();
    assertThat(related(students.find(Filter.all().include("courses")).getFirst()))
        .containsExactly("Art");
  }

  @Test
  void a_change_concerns_linked_rows_and_never_a_link() {
    assertThat(ofAda.updateAll(where("level", 3), Map.of("title", "New"), Options.NONE))
        .isEqualTo(1);
    assertThat(titles(acme.model("Course").find())).containsExactly("Art", "New", "Chem");
    assertThat(ofAda.patch(1, Map.of("title", "Arts"), Options.NONE).get("title"))
        .isEqualTo("Arts");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> ofAda.patch(3, Map.of("title", "x"), Options.NONE));
    assertThat(enrolments.count()).isEqualTo(3);
  }

  @Test
  void what_is_made_is_a_row_that_would_be_linked() {
    Entity made = ofAda.make(Map.of("title", "Dance"));
    assertThat(made.definition().name()).isEqualTo("Course");
    assertThat(made.isStored()).isFalse();
    assertThat(enrolments.count()).isEqualTo(3);
  }

  @Test
  void a_row_is_linked_once_however_often() {
    Entity link = ofAda.add(3, Map.of("grade", "A"), Options.NONE);
    assertThat(link.get("courseId")).isEqualTo(3L);
    assertThat(link.get("studentId")).isEqualTo(ada.id());
    assertThat(link.get("grade")).isEqualTo("A");
    Entity chem = acme.model("Course").findById(3).orElseThrow();
    assertThat(ofAda.add(chem).id()).isEqualTo(link.id());
    assertThat(ofAda.count()).isEqualTo(3);
    assertThat(titles(students.related(bob, "courses").find())).containsExactly("Chem");
  }

  @Test
  void callers_at_once_make_one_link() throws Exception {
    List<String> links = Race.of(16, _ -> String.valueOf(ofAda.add(3).id()));
    assertThat(links).containsOnly(links.getFirst());
    assertThat(enrolments.count(where("courseId", 3))).isEqualTo(2);
  }

  @Test
  void creators_at_once_do_not_hinder_each_other() throws Exception {
    var _ = Race.of(16, number -> ofAda.create(Map.of("title", "t" + number)));
    assertThat(ofAda.count()).isEqualTo(18);
    assertThat(enrolments.count(where("studentId", ada.id()))).isEqualTo(18);
  }

  @Test
  void a_link_is_removed_and_the_row_stays() {
    Entity bio = ofAda.get(2, Options.NONE);
    assertThat(ofAda.remove(bio)).isEqualTo(1);
    assertThat(ofAda.remove(3)).isZero();
    assertThat(titlesOfAda()).containsExactly("Art");
    assertThat(acme.model("Course").count()).isEqualTo(3);
    assertThat(students.related(bob, "courses").count()).isEqualTo(1);
  }

  @Test
  void what_links_lead_to_is_a_row_or_an_id() {
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> ofAda.add(null));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ofAda.add(bob))
        .withMessageContaining("Course");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ofAda.add(ofAda.make(Map.of("title", "new"))));
    assertThat(enrolments.count()).isEqualTo(3);
  }

  @Test
  void removing_all_removes_links_and_its_filter_is_about_them() {
    var _ = ofAda.add(3, Map.of("grade", "A"), Options.NONE);
    assertThat(ofAda.deleteAll(where("grade", "A"), Options.NONE)).isEqualTo(1);
    assertThat(titlesOfAda()).containsExactly("Art", "Bio");
    assertThat(ofAda.scope("hard").deleteAll(Filter.all(), Options.NONE)).isEqualTo(1);
    assertThat(titlesOfAda()).containsExactly("Art");
    assertThat(ofAda.deleteAll(Filter.all(), Options.NONE)).isEqualTo(1);
    assertThat(ofAda.find()).isEmpty();
    assertThat(acme.model("Course").count()).isEqualTo(3);
    assertThat(enrolments.count()).isEqualTo(1);
  }

  @Test
  void removing_one_row_removes_it_with_its_link() {
    assertThat(ofAda.deleteById(3, Options.NONE)).isZero();
    assertThat(ofAda.deleteById(2, Options.NONE)).isEqualTo(1);
    assertThat(titles(acme.model("Course").find())).containsExactly("Art", "Chem");
    assertThat(enrolments.count()).isEqualTo(2);
  }

  @Test
  void neither_row_nor_link_is_stored_when_one_of_them_cannot_be() {
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> ofAda.create(Map.of()));
    try (var _ = enrolments.observe(Hook.BEFORE_SAVE, _ -> refuse())) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> ofAda.create(Map.of("title", "Dance")));
      try (Transaction own = acme.beginTransaction()) {
        assertThatExceptionOfType(DataException.class)
            .isThrownBy(() -> ofAda.create(Map.of("title", "Dance"), own.options()));
        own.commit();
      }
    }
    assertThat(acme.model("Course").count()).isEqualTo(3);
    assertThat(enrolments.count()).isEqualTo(3);
  }

  private static void refuse() {
    throw new DataException("no more");
  }

  @Test
  void each_of_several_is_created_for_itself() {
    List<Map<String, Object>> items = List.of(Map.of("title", "Dance"), Map.of());
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> ofAda.createEach(items, Options.NONE));
    assertThat(titlesOfAda()).containsExactly("Art", "Bio", "Dance");
  }

  @Test
  void all_is_part_of_the_callers_transaction() {
    try (Transaction own = acme.beginTransaction()) {
      var _ = ofAda.create(Map.of("title", "Dance"), own.options());
      var _ = ofAda.add(3, Map.of(), own.options());
      assertThat(ofAda.count(Filter.all(), own.options())).isEqualTo(4);
      assertThat(ofAda.count()).isEqualTo(2);
      own.rollback();
    }
    assertThat(ofAda.count()).isEqualTo(2);
    assertThat(acme.model("Course").count()).isEqualTo(3);
  }

  @Test
  void an_owner_that_is_not_stored_has_no_links() {
    Related none = students.related(students.make(Map.of("name", "new")), "courses");
    assertThat(none.find()).isEmpty();
    assertThat(none.count()).isZero();
    assertThat(none.deleteAll(Filter.all(), Options.NONE)).isZero();
    assertThat(none.updateAll(Filter.all(), Map.of("title", "x"), Options.NONE)).isZero();
    assertThat(none.remove(1)).isZero();
    assertThat(none.deleteById(1, Options.NONE)).isZero();
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> none.create(Map.of()));
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> none.add(1));
    assertThat(acme.model("Course").count()).isEqualTo(3);
  }

  @Test
  void rows_are_read_along_by_three_questions() {
    var asked = new ArrayList<String>();
    for (String model : List.of("Student", "Enrolment", "Course")) {
      var _ = acme.model(model).observe(Hook.ACCESS, access -> asked.add(access.model()));
    }
    var _ = ofAda.add(3);
    asked.clear();
    List<Entity> all =
        students.find(
            Filter.all()
                .order("id")
                .include("courses", Filter.all().order("title DESC").fields("title")));
    assertThat(asked).containsExactly("Student", "Enrolment", "Course");
    assertThat(related(all.get(0))).containsExactly("Chem", "Bio", "Art");
    assertThat(related(all.get(1))).containsExactly("Chem");
  }

  @Test
  void a_page_of_what_is_read_along_is_each_owners_own() {
    var _ = ofAda.add(3);
    List<Entity> all =
        students.find(
            Filter.all().include("courses", Filter.all().order("title DESC").skip(1).limit(1)));
    assertThat(related(all.get(0))).containsExactly("Bio");
    assertThat(related(all.get(1))).isEmpty();
  }

  private static List<Object> related(Entity student) {
    return titles(
        ((List<?>) student.related("courses").orElseThrow())
            .stream().map(Entity.class::cast).toList());
  }

  @Test
  void the_scope_of_the_relation_is_about_the_links() {
    Map<String, Object> scope = Map.of("where", Map.of("grade", "A"), "order", "title DESC");
    acme.customize("Student", s -> s.relation(with(COURSES, "scope", scope)));
    var _ = ofAda.add(3);
    assertThat(ofAda.find()).isEmpty();
    assertThat(enrolments.updateAll(Filter.all(), Map.of("grade", "A"))).isEqualTo(4);
    assertThat(titlesOfAda()).containsExactly("Chem", "Bio", "Art");
    assertThat(related(students.find(Filter.all().include("courses")).getFirst()))
        .containsExactly("Chem", "Bio", "Art");
  }

  @Test
  void links_have_what_the_relation_copies_of_the_owner() {
    acme.customize("Enrolment", e -> e.property("term", NUMBER));
    acme.customize("Student", s -> s.relation(with(COURSES, "properties", Map.of("year", "term"))));
    assertThat(ofAda.add(3).get("term")).isEqualTo(1L);
  }

  private static Relation with(Relation relation, String setting, Object value) {
    var settings = new java.util.LinkedHashMap<>(relation.settings());
    settings.put(setting, value);
    return new Relation(
        relation.name(), relation.kind(), relation.model(), relation.foreignKey(), settings);
  }

  @Test
  void only_what_is_linked_can_be_linked() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> acme.model("Course").scope("hard").add(1));
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> acme.model("Course").scope("hard").remove(1));
  }

  @Test
  void links_that_are_deleted_softly_are_none() {
    Tenant other = nothing.application(STUDENT, COURSE, softly(ENROLMENT)).onboard("soft");
    Entity eve = other.model("Student").create(Map.of());
    Related ofEve = other.model("Student").related(eve, "courses");
    var _ = ofEve.create(Map.of("title", "Art"));
    assertThat(ofEve.remove(1)).isEqualTo(1);
    assertThat(ofEve.find()).isEmpty();
    var _ = ofEve.add(1);
    assertThat(ofEve.count()).isEqualTo(1);
    assertThat(other.model("Enrolment").unscoped().count()).isEqualTo(2);
  }

  private static ModelDefinition softly(ModelDefinition model) {
    return model.toBuilder().softDelete("deletedAt").build();
  }
}
