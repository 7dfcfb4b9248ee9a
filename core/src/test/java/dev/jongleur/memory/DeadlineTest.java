package dev.jongleur.memory;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Deadline;
import dev.jongleur.error.LimitException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions that are given up on the way. Time goes on by one with each look at it. */
class DeadlineTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model things(int count) {
    Model things = nothing.acme("Thing", thing -> thing.property("size", NUMBER));
    var _ =
        things.createEach(
            IntStream.range(0, count).mapToObj(i -> Map.of("size", i % 7)).toList(), Options.NONE);
    return things;
  }

  private static <T> T looking(int times, Supplier<T> question) {
    var looks = new AtomicLong();
    return Deadline.in(Duration.ofNanos(times), looks::getAndIncrement).call(question);
  }

  private static LimitException refused(int looks, Supplier<?> question) {
    LimitException refused =
        catchThrowableOfType(LimitException.class, () -> looking(looks, question));
    assertThat(refused.limit()).isEqualTo("queryTime");
    assertThat(refused.retryAfter()).isEqualTo(Duration.ZERO);
    return refused;
  }

  @Test
  void a_question_is_not_begun_when_the_time_is_over() {
    Model things = things(1);
    assertThat(refused(1, () -> things.find())).isNotNull();
    assertThat(looking(5, () -> things.find())).hasSize(1);
  }

  @Test
  void a_scan_is_given_up_on_the_way() {
    Model things = things(3_500);
    Filter none = where("size").eq(99);
    assertThat(looking(7, () -> things.find(none))).isEmpty();
    assertThat(refused(5, () -> things.find(none))).isNotNull();
    assertThat(refused(5, () -> things.count(none))).isNotNull();
    assertThat(looking(5, () -> things.find(where("id").eq(3)))).hasSize(1);
  }

  @Test
  void sorting_is_given_up_on_the_way() {
    Model things = things(3_500);
    assertThat(looking(9, () -> things.find(Filter.all().limit(1)))).hasSize(1);
    assertThat(refused(9, () -> things.find(Filter.all().order("size")))).isNotNull();
    assertThat(looking(1_000, () -> things.find(Filter.all().order("size")))).hasSize(3_500);
  }

  @Test
  void what_is_changed_or_removed_is_so_whole_or_not_at_all() {
    Model things = things(3_500);
    Filter all = Filter.all();
    Map<String, Object> change = Map.of("size", 99);
    assertThat(refused(5, () -> things.updateAll(all, change, Options.NONE))).isNotNull();
    assertThat(things.count(where("size").eq(99))).isZero();
    assertThat(refused(5, () -> things.deleteAll(all))).isNotNull();
    assertThat(things.count()).isEqualTo(3_500);
  }

  @Test
  void without_a_deadline_nothing_is_looked_at() {
    assertThat(Deadline.current()).isSameAs(Deadline.NONE);
    Deadline.NONE.check();
    assertThat(Deadline.NONE.isLimited()).isFalse();
    assertThat(things(2_500).find()).hasSize(2_500);
  }

  @Test
  void of_two_deadlines_the_sooner_counts() {
    Deadline soon = Deadline.in(Duration.ofSeconds(1), () -> 0);
    Deadline late = Deadline.in(Duration.ofSeconds(9), () -> 0);
    Duration second = Duration.ofSeconds(1);
    assertThat(soon.call(() -> late.call(() -> Deadline.current().remaining()))).isEqualTo(second);
    assertThat(late.call(() -> soon.call(() -> Deadline.current().remaining()))).isEqualTo(second);
    assertThat(soon.call(() -> Deadline.NONE.call(() -> Deadline.current().remaining())))
        .isEqualTo(second);
  }
}
