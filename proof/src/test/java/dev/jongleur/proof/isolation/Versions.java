package dev.jongleur.proof.isolation;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;

import dev.jongleur.Jongleur;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Strict;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * The blueprint, which goes through its versions again and again, and which of them a call may have
 * seen. Version n has the properties v1 to vn. Thread-safe.
 */
final class Versions {
  static final int COUNT = 4;

  /** Of the blueprint: orders with a key of their own, and lines with generated ids. */
  static final String ORDER = "Order";

  static final String LINE = "Line";

  /** A model that some tenants have of their own. */
  static final String NOTE = "Note";

  static final List<String> MODELS = List.of(ORDER, LINE, NOTE);

  private static final List<ModelDefinition> ORDERS = all(Versions::order);
  private static final List<ModelDefinition> LINES = all(Versions::line);

  private final ReentrantLock changing = new ReentrantLock();
  private volatile long begun;
  private volatile long done;

  private interface Content {
    ModelDefinition of(int version);
  }

  /** The versions between two moments. */
  record Window(long from, long to) {
    List<Integer> versions() {
      int many = (int) Math.min(COUNT, to - from + 1);
      return IntStream.range(0, many).map(i -> (int) ((from + i) % COUNT)).boxed().toList();
    }
  }

  /** To be asked before a call. */
  long moment() {
    return done;
  }

  /** To be asked after the call. */
  Window since(long moment) {
    return new Window(moment, begun);
  }

  void next(Jongleur jongleur) {
    changing.lock();
    try {
      long next = done + 1;
      begun = next;
      jongleur.blueprint(blueprint((int) (next % COUNT)));
      done = next;
    } finally {
      changing.unlock();
    }
  }

  static Blueprint blueprint(int version) {
    return Blueprint.of("main", List.of(ORDERS.get(version), LINES.get(version)));
  }

  /** A model before its tenant has changed it. */
  static ModelDefinition base(String model, int version) {
    return switch (model) {
      case ORDER -> ORDERS.get(version);
      case LINE -> LINES.get(version);
      default -> ModelDefinition.of(model, Versions::note);
    };
  }

  static void note(ModelBuilder note) {
    var _ =
        note.strict(Strict.FILTER)
            .property("key", STRING, id())
            .property("owner", STRING)
            .property("n", NUMBER);
  }

  private static ModelDefinition order(int version) {
    return ModelDefinition.of(
        ORDER,
        order -> {
          note(order);
          widen(order.relation(Relation.hasMany("lines", LINE, "orderId")), version);
        });
  }

  private static ModelDefinition line(int version) {
    return ModelDefinition.of(
        LINE,
        line -> {
          var _ =
              line.strict(Strict.FILTER)
                  .property("owner", STRING)
                  .property("n", NUMBER)
                  .property("orderId", STRING)
                  .relation(Relation.belongsTo("order", ORDER, "orderId"));
          widen(line, version);
        });
  }

  private static void widen(ModelBuilder model, int version) {
    for (int i = 1; i <= version; i++) {
      var _ = model.property("v" + i, STRING);
    }
  }

  private static List<ModelDefinition> all(Content content) {
    return IntStream.range(0, COUNT).mapToObj(content::of).toList();
  }
}
