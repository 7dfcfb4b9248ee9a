package dev.jongleur.admission;

import java.util.function.Supplier;

/** For a tenant without limits. */
record Free() implements Admission {
  @Override
  public <T> T admit(Supplier<T> operation) {
    return operation.get();
  }

  @Override
  public <T> T goOn(Supplier<T> part) {
    return part.get();
  }

  @Override
  public int running() {
    return 0;
  }

  @Override
  public int waiting() {
    return 0;
  }
}
