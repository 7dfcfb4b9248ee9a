package dev.jongleur.proof.crash;

import static dev.jongleur.query.Filter.where;

import dev.jongleur.Model;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.JongleurException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Does something by chance through the door: each time one operation, or one transaction, of which
 * all is stored or nothing.
 */
final class Deeds {
  private static final List<String> NAMES =
      List.of("Ada", "Grace", "", "a", "é", "😀", "\uD800", "n\n", "Ada ");

  private final Random random;
  private final Owner owner;

  Deeds(Random random, Owner owner) {
    this.random = random;
    this.owner = owner;
  }

  /** Whether the ids of accounts begin anew with it; what was refused is a deed too. */
  boolean next() {
    try {
      return switch (random.nextInt(12)) {
        case 0 -> renew();
        case 1, 2, 3 -> done(this::transaction);
        default -> done(() -> one(Options.NONE));
      };
    } catch (JongleurException refused) {
      return false;
    }
  }

  private static boolean done(Runnable deed) {
    deed.run();
    return false;
  }

  private boolean renew() {
    if (random.nextInt(3) > 0) {
      return done(() -> one(Options.NONE));
    }
    String model = Models.ALL.get(random.nextInt(Models.ALL.size())).name();
    return owner.renew(model) && model.equals(Models.ACCOUNT);
  }

  private void transaction() {
    try (var transaction = owner.begin()) {
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        one(transaction.options());
      }
      if (random.nextInt(8) == 0) {
        one(Options.NONE); // Perhaps of the same row: then nothing of the transaction is stored.
        transaction.rollback();
      } else if (random.nextInt(4) > 0) {
        transaction.commit();
      }
    }
  }

  private void one(Options options) {
    switch (random.nextInt(9)) {
      case 0, 1, 2, 3 -> account(owner.model(Models.ACCOUNT), options);
      case 4, 5 -> document(owner.model(Models.DOCUMENT), options);
      case 6, 7 -> seat(owner.model(Models.SEAT), options);
      default -> note(owner.model(Models.NOTE), options);
    }
  }

  private void account(Model accounts, Options options) {
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> accounts.create(values(), options);
      case 3 -> accounts.createAll(List.of(values(), values(), values()), options);
      case 4 -> accounts.patch(id(), values(), options);
      case 5 -> accounts.replace(id(), values(), options);
      case 6 -> accounts.upsert(withId(values()), options);
      case 7 -> accounts.replaceOrCreate(withId(values()), options);
      case 8 -> accounts.upsertWithWhere(where("mail").eq(mail()), values(), options);
      case 9 -> accounts.findOrCreate(where("name").eq(name()), values(), options);
      case 10 -> accounts.updateAll(where("balance").lt(number()), Map.of("name", name()), options);
      case 11 -> accounts.deleteById(id(), options);
      case 12 -> accounts.deleteAll(where("name").eq(name()), options);
      default -> accounts.deleteAll(where("balance").gt(8), options);
    }
  }

  private void document(Model documents, Options options) {
    Map<String, Object> data = Map.of("code", "d" + id(), "title", name(), "body", body());
    switch (random.nextInt(6)) {
      case 0, 1 -> documents.create(data, options);
      case 2 -> documents.upsert(data, options);
      case 3 -> documents.replaceOrCreate(data, options);
      case 4 -> documents.updateAll(where("title").neq(name()), Map.of("body", body()), options);
      default -> documents.deleteById("d" + id(), options);
    }
  }

  private void seat(Model seats, Options options) {
    List<Entity> taken = seats.find(Filter.all(), options);
    int kind = random.nextInt(4);
    if (taken.isEmpty() || kind == 0) {
      seats.create(Map.of("row", number(), "place", "p" + number(), "guest", name()), options);
      return;
    }
    Entity seat = taken.get(random.nextInt(taken.size()));
    switch (kind) {
      case 1 -> seats.patch(seat, Map.of("guest", name()), options);
      case 2 -> seats.delete(seat, options);
      default -> seats.updateAll(where("row").gt(number()), Map.of("guest", name()), options);
    }
  }

  private void note(Model notes, Options options) {
    switch (random.nextInt(4)) {
      case 0, 1 -> notes.create(Map.of("text", name(), "number", number()), options);
      case 2 -> notes.updateAll(where("number").gt(number()), Map.of("text", name()), options);
      default -> notes.deleteAll(where("text").eq(name()), options);
    }
  }

  private Map<String, Object> values() {
    var values = new HashMap<String, Object>();
    values.put("name", name());
    values.put("balance", number());
    if (random.nextBoolean()) {
      values.put("mail", mail());
      values.put("since", Instant.ofEpochMilli(random.nextInt(1_000)));
    }
    if (random.nextInt(3) == 0) {
      values.put("tags", List.of(name(), name()));
    }
    return values;
  }

  private Map<String, Object> withId(Map<String, Object> values) {
    if (random.nextBoolean()) {
      values.put("id", id());
    }
    return values;
  }

  private Object body() {
    return switch (random.nextInt(4)) {
      case 0 -> List.of(name(), number(), true);
      case 1 -> Map.of("x", Map.of("y", name()));
      case 2 -> name().repeat(1 + random.nextInt(80));
      default -> number();
    };
  }

  private long id() {
    return 1L + random.nextInt(12);
  }

  private String mail() {
    return "m" + random.nextInt(9);
  }

  private Object number() {
    return random.nextInt(9) == 0 ? (Object) 2.5 : (Object) (long) random.nextInt(10);
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }
}
