package dev.jongleur;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import dev.jongleur.connector.TenantResolver;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in the guide to tenants: they run, and they are those that are printed there. */
class GuideTest {
  private static final ModelDefinition ORDER =
      ModelDefinition.of("Order", o -> o.property("number", STRING));
  private static final ModelDefinition LINE =
      ModelDefinition.of("Line", l -> l.property("sku", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  // begin own
  static List<String> tenantsOfTheirOwn(Jongleur jongleur) {
    Tenant acme = jongleur.onboard("acme"); // with its tables; again changes nothing
    acme.customize("Order", order -> order.property("poNumber", STRING)); // acme alone; no restart
    acme.customize("Note", note -> note.property("text", STRING)); // a model that only acme has
    Model orders = acme.model("Order"); // a cheap handle; goes on through every change
    Entity order = orders.create(Map.of("number", "A-1", "poNumber", "P-7"));

    Tenant globex = jongleur.onboard("globex"); // as the blueprint says
    globex.suspend(); // nobody works for it until resume()
    jongleur.blueprint(jongleur.blueprint().with(LINE, "main")); // all tenants, while they work
    globex.resume();

    String poNumber = String.valueOf(order.get("poNumber"));
    int ofGlobex = globex.model("Line").find().size();
    acme.resetCustomization(); // as the blueprint says; what was stored stays
    globex.erase("globex"); // with all its data; the name confirms it
    return List.of(poNumber, ofGlobex + " lines", String.valueOf(jongleur.tenants()));
  }

  // end own

  // begin resolver
  static Jongleur resolving(TenantResolver catalogue) {
    return Jongleur.builder()
        .dataSource("main", Settings.of("memory"))
        .blueprint(Blueprint.of("main", List.of(LINE)))
        .resolver(catalogue) // tenant -> settings of its own, by data source; empty: no such tenant
        .build();
  }

  // end resolver

  @Test
  void the_first_program_runs() {
    assertThat(tenantsOfTheirOwn(nothing.application(ORDER)))
        .containsExactly("P-7", "0 lines", "[acme]");
  }

  @Test
  void the_program_with_a_resolver_runs() {
    Jongleur jongleur = nothing.closing(resolving(_ -> Optional.of(Map.of())));
    assertThat(jongleur.tenant("acme").model("Line").create(Map.of("sku", "S")).id()).isEqualTo(1L);
    assertThat(jongleur.tenant("globex").model("Line").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "resolver"})
  void a_program_in_the_guide_is_the_one_here(String program) throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/jongleur/GuideTest.java"));
    String begin = "// begin " + program + "\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end " + program, from));
    String guide = Files.readString(Path.of("../docs/tenants.md"));
    assertThat(guide).contains(text.stripIndent().strip());
  }
}
