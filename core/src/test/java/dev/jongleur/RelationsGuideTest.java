package dev.jongleur;

import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program in the guide to relations: it runs, and it is the one that is printed there. */
class RelationsGuideTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  // begin program
  @SuppressWarnings("NullAway") // The grade of the example is there.
  static List<Object> program(Tenant acme) {
    Model students = acme.model("Student");
    Entity ada = students.create(Map.of("name", "Ada"));
    Related courses = students.related(ada, "courses");

    Entity art = courses.create(Map.of("title", "Art")); // the course and the link, or neither
    Entity bio = acme.model("Course").create(Map.of("title", "Bio"));
    Entity link = courses.add(bio, Map.of("grade", "A"), Options.NONE); // once, whoever adds it too
    Page page = courses.page(where("title").gt("A").order("title").limit(1));
    List<Object> titles = courses.distinct("title");

    List<Entity> read = students.find(Filter.all().include("courses")); // three questions in all
    long removed = courses.remove(art); // the link; the course stays
    return List.of(
        link.get("grade"), page.rows().size(), titles, read.size(), removed, courses.count());
  }

  // end program

  @Test
  void the_program_runs_for_one_tenant() {
    // begin definitions
    ModelDefinition student =
        ModelDefinition.of(
            "Student",
            s ->
                s.property("name", STRING)
                    .relation(
                        Relation.hasMany("courses", "Course", "studentId") // the student's key
                            .withThrough("Enrolment", "courseId"))); // and the course's, in a link
    ModelDefinition enrolment =
        ModelDefinition.of(
            "Enrolment",
            e ->
                e.property("grade", STRING)
                    .relation(Relation.belongsTo("student", "Student", "studentId"))
                    .relation(Relation.belongsTo("course", "Course", "courseId")));
    // end definitions
    ModelDefinition course = ModelDefinition.of("Course", c -> c.property("title", STRING));
    assertThat(program(nothing.acme(student, course, enrolment)))
        .containsExactly("A", 1, List.of("Art", "Bio"), 1, 1L, 1L);
  }

  @Test
  void the_program_in_the_guide_is_the_one_here() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/RelationsGuideTest.java"));
    String guide = unspaced(Files.readString(Path.of("../docs/relations.md")));
    for (String part : List.of("program", "definitions")) {
      String begin = "// begin " + part + "\n";
      int from = source.indexOf(begin) + begin.length();
      String text = source.substring(from, source.indexOf("// end " + part, from));
      assertThat(guide).contains(unspaced(text.replaceAll("@SuppressWarnings.*\n", "")));
    }
  }

  /** The formatter breaks lines where the guide need not. */
  private static String unspaced(String text) {
    return text.replaceAll("\\s+", "");
  }
}
