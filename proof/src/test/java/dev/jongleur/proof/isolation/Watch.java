package dev.jongleur.proof.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Model;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.observer.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The observers of one tenant: called on its own thread only, with its own rows only, and as often
 * as it does something that they are for.
 */
final class Watch {
  private final Mind mind;
  private final Thread thread = Thread.currentThread();
  private final Map<Place, Post> posts = new HashMap<>();

  Watch(Mind mind) {
    this.mind = mind;
  }

  private record Place(String model, Hook hook) {}

  private static final class Post {
    private final AtomicInteger called = new AtomicInteger();
    private final Subscription subscription;
    private int expected;

    Post(Model model, Hook hook, Watch watch) {
      this.subscription =
          model.observe(
              List.of(hook),
              context -> {
                called.incrementAndGet();
                watch.see(context);
              });
    }
  }

  boolean has(String model, Hook hook) {
    return posts.containsKey(new Place(model, hook));
  }

  void begin(String model, Hook hook, Model handle) {
    posts.put(new Place(model, hook), new Post(handle, hook, this));
  }

  void end(String model, Hook hook) {
    Post post = posts.remove(new Place(model, hook));
    if (post != null) {
      post.subscription.close();
    }
  }

  /** The tenant was released, and its observers with it. */
  void forget() {
    posts.clear();
  }

  /** Something was done that the observers at this hook are to have been called for. */
  void expect(String model, Hook hook, int times) {
    Post post = posts.get(new Place(model, hook));
    if (post != null) {
      post.expected += times;
    }
  }

  /** Sees that those whose calls are counted were called as often as was expected. */
  void check() {
    posts.forEach((place, post) -> {
      if (isCounted(place.hook())) {
        assertThat(post.called.get()).as("calls of %s", place).isEqualTo(post.expected);
      }
    });
  }

  private static boolean isCounted(Hook hook) {
    return hook == Hook.BEFORE_SAVE || hook == Hook.BEFORE_DELETE;
  }

  private void see(HookContext context) {
    assertThat(Thread.currentThread())
        .as("who calls an observer of %s", mind.marker())
        .isSameAs(thread);
    context.items().forEach(this::seeRow);
  }

  private void seeRow(HookContext row) {
    row.instance().map(entity -> entity.get("owner")).ifPresent(this::checkOwner);
    row.data().map(data -> data.get("owner")).ifPresent(this::checkOwner);
  }

  private void checkOwner(Object owner) {
    assertThat(owner).as("whose row is observed").isEqualTo(mind.marker());
  }
}
