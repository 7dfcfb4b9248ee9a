package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.Tenant;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.TenantException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every byte back, and nothing comes back by itself. */
class ReleaseTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void a_released_tenant_is_unknown_until_it_is_onboarded_and_finds_its_data() {
    Jongleur jongleur = nothing.application(USER);
    Tenant globex = jongleur.onboard("globex");
    int before = jongleur.registry().stats().leases();
    Entity ada = jongleur.onboard("acme").model("User").create(Map.of("name", "Ada"));
    jongleur.tenant("acme").release();
    assertThat(jongleur.registry().stats().leases()).isEqualTo(before);
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> jongleur.tenant("acme"));
    assertThat(jongleur.onboard("acme").model("User").find()).containsExactly(ada);
    assertThat(globex.model("User").count()).isZero();
  }

  @Test
  void handles_of_a_released_tenant_do_not_bring_it_back() {
    Jongleur jongleur = nothing.application(USER);
    Tenant acme = jongleur.onboard("acme");
    Model users = acme.model("User");
    int before = jongleur.registry().stats().leases();
    acme.release();
    acme.release();
    acme.fold();
    for (Runnable use :
        List.<Runnable>of(users::find, () -> acme.model("User"), () -> users.create(Map.of()))) {
      assertThatExceptionOfType(ClosedException.class).isThrownBy(use::run);
    }
    assertThat(jongleur.registry().stats().leases()).isLessThan(before);
    assertThat(jongleur.tenants()).isEmpty();
  }

  @Test
  void handles_of_an_earlier_stay_do_not_serve_the_next() {
    Jongleur jongleur = nothing.application(USER);
    Tenant first = jongleur.onboard("acme");
    Model users = first.model("User");
    first.release();
    Tenant second = jongleur.onboard("acme");
    assertThatExceptionOfType(ClosedException.class).isThrownBy(users::find);
    assertThat(second.model("User").count()).isZero();
  }

  @Test
  void handles_of_an_earlier_stay_do_not_end_the_next() {
    Jongleur jongleur = nothing.application(USER);
    Tenant first = jongleur.onboard("acme");
    var _ = jongleur.onboard("globex");
    first.erase("acme");
    Model users = jongleur.onboard("acme").model("User");
    var _ = users.create(Map.of("name", "Ada"));
    first.release();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> first.erase("acme"));
    assertThat(users.count()).isEqualTo(1);
    assertThat(jongleur.tenants()).containsExactly("acme", "globex");
  }

  @Test
  void erasing_needs_the_name_and_removes_the_data_of_one_tenant() {
    Jongleur jongleur = nothing.application(USER);
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    Model users = acme.model("User");
    var _ = users.create(Map.of("name", "Ada"));
    var _ = globex.model("User").create(Map.of("name", "Bob"));
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> acme.erase("globex"));
    assertThat(users.count()).isEqualTo(1);
    acme.erase("acme");
    assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> users.create(Map.of()));
    assertThat(jongleur.tenants()).containsExactly("globex");
    assertThat(globex.model("User").count()).isEqualTo(1);
    assertThat(jongleur.onboard("acme").model("User").count()).isZero();
  }

  @Test
  void a_closed_application_opens_nothing() {
    Jongleur jongleur = nothing.application(USER);
    Tenant acme = jongleur.onboard("acme");
    Model users = acme.model("User");
    jongleur.close();
    jongleur.close();
    for (Runnable use :
        List.<Runnable>of(
            users::find,
            () -> acme.model("User"),
            () -> jongleur.onboard("acme"),
            () -> jongleur.onboard("other"),
            () -> jongleur.tenant("acme"))) {
      assertThatExceptionOfType(ClosedException.class).isThrownBy(use::run);
    }
    assertThat(jongleur.registry().stats().leases()).isZero();
  }

  @RepeatedTest(20)
  void closing_while_tenants_come_and_work_leaves_nothing() throws Exception {
    Jongleur jongleur = nothing.application(USER);
    var _ =
        Race.of(
            8,
            runner -> {
              try {
                if (runner == 7) {
                  jongleur.close();
                }
                for (int i = 0; i < 50; i++) {
                  var _ = jongleur.onboard("t" + i % 5).model("User").create(Map.of());
                }
              } catch (ClosedException closed) {
                assertThat(closed.status()).isEqualTo(503);
              }
              return runner;
            });
    assertThat(jongleur.registry().stats().leases()).isZero();
    assertThat(jongleur.registry().stats().tenantRegistries()).isZero();
  }
}
