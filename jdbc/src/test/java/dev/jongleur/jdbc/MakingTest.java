package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Partition;
import org.junit.jupiter.api.Test;

class MakingTest {
  private static final Partition ACME = new Partition("acme");
  private static final Partition GLOBEX = new Partition("globex");

  private final Making making = new Making();

  @Test
  void who_works_on_one_partition_shares_a_lock_and_nobody_else_has_it() {
    try (var one = making.on(ACME);
        var other = making.on(ACME);
        var elsewhere = making.on(GLOBEX)) {
      assertThat(one.lock()).isSameAs(other.lock()).isNotSameAs(elsewhere.lock());
      assertThat(making.size()).isEqualTo(2);
    }
  }

  @Test
  void the_last_one_who_leaves_leaves_nothing_and_leaving_twice_counts_once() {
    var first = making.on(ACME);
    var second = making.on(ACME);
    first.close();
    first.close();
    assertThat(making.size()).isEqualTo(1);
    try (var third = making.on(ACME)) {
      assertThat(third.lock()).isSameAs(second.lock());
    }
    second.close();
    assertThat(making.size()).isZero();
  }
}
