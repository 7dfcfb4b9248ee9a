package dev.jongleur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.TenantException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurrentTenantTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void without_one_there_is_none() {
    assertThatExceptionOfType(TenantException.class)
        .isThrownBy(Tenant::current)
        .satisfies(e -> assertThat(e.code()).isEqualTo("TENANT_MISSING"));
  }

  @Test
  void work_is_done_for_a_tenant_and_then_no_more() throws Exception {
    Tenant acme = nothing.application().onboard("acme");
    assertThat(acme.call(() -> Tenant.current().name())).isEqualTo("acme");
    assertThatExceptionOfType(TenantException.class).isThrownBy(Tenant::current);
  }

  @Test
  void work_within_work_is_done_for_the_inner_tenant() {
    Jongleur jongleur = nothing.application();
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    var seen = new ArrayList<String>();
    acme.run(() -> {
      seen.add(Tenant.current().name());
      globex.run(() -> seen.add(Tenant.current().name()));
      seen.add(Tenant.current().name());
    });
    assertThat(seen).isEqualTo(List.of("acme", "globex", "acme"));
  }

  @Test
  void what_work_throws_comes_out_as_it_is() {
    Tenant acme = nothing.application().onboard("acme");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() ->
            acme.call(() -> {
              throw new IOException("no");
            }));
    assertThatExceptionOfType(TenantException.class).isThrownBy(Tenant::current);
  }

  @Test
  void another_thread_works_for_no_tenant() throws Exception {
    Tenant acme = nothing.application().onboard("acme");
    List<Boolean> missing =
        acme.call(() ->
            Race.of(
                2,
                _ -> {
                  try {
                    return Tenant.current().name().isEmpty();
                  } catch (TenantException e) {
                    return true;
                  }
                }));
    assertThat(missing).containsOnly(true);
  }

  @Test
  void an_executor_works_for_the_tenant_that_was_current_when_work_was_handed_over() {
    Jongleur jongleur = nothing.application();
    var waiting = new ArrayDeque<Runnable>();
    Executor executor = Tenant.inCurrent(waiting::add);
    var seen = new ArrayList<String>();
    for (String name : List.of("acme", "globex")) {
      jongleur.onboard(name).run(() -> executor.execute(() -> seen.add(Tenant.current().name())));
    }
    jongleur.tenant("globex").run(() -> waiting.forEach(Runnable::run));
    assertThat(seen).containsExactly("acme", "globex");
  }

  @Test
  void an_executor_invents_no_tenant() {
    Executor executor = Tenant.inCurrent(Runnable::run);
    assertThatExceptionOfType(TenantException.class)
        .isThrownBy(() -> executor.execute(Tenant::current));
  }
}
