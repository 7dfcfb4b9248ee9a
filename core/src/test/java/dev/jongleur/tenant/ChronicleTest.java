package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Tenant;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.event.RegistryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of tenants: each thing once, and of the one it happened to. */
class ChronicleTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final List<String> heard = new ArrayList<>();

  private Jongleur application() {
    Jongleur jongleur = nothing.application(USER);
    var _ = jongleur.onboard("globex");
    var _ = jongleur.registry().listen(this::hear);
    return jongleur;
  }

  private void hear(RegistryEvent event) {
    heard.add(event.getClass().getSimpleName() + " " + event.owner());
  }

  @Test
  void onboarding_folding_and_unfolding_are_told_once_each() {
    Tenant acme = application().onboard("acme");
    acme.fold();
    acme.fold();
    assertThat(acme.model("User").count()).isZero();
    assertThat(acme.model("User").count()).isZero();
    assertThat(heard)
        .containsExactly(
            "Unfolded tenant acme",
            "Created tenant acme",
            "Folded tenant acme",
            "Unfolded tenant acme");
  }

  @Test
  void a_release_is_told_of_once() {
    Tenant acme = application().onboard("acme");
    acme.fold();
    heard.clear();
    acme.release();
    acme.release();
    assertThat(heard).containsExactly("Released tenant acme");
  }

  @Test
  void so_is_an_end() {
    Tenant acme = application().onboard("acme");
    var _ = acme.model("User").create(Map.of("name", "Ada"));
    heard.clear();
    acme.erase("acme");
    assertThat(heard).containsExactly("Folded tenant acme", "Released tenant acme");
  }

  @Test
  void who_is_unfolded_by_a_change_is_told_of_too() {
    Tenant acme = application().onboard("acme");
    acme.fold();
    heard.clear();
    acme.customize("User", user -> user.property("age", STRING));
    acme.customize("User", user -> user.property("city", STRING));
    assertThat(acme.model("User").count()).isZero();
    assertThat(heard).containsExactly("Unfolded tenant acme");
  }
}
