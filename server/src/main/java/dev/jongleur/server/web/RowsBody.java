package dev.jongleur.server.web;

import dev.jongleur.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Function;

/**
 * A body of rows that are written as they are read: however many they are, few are held. One that
 * fails is not brought to its end, so that nobody takes a part for the whole.
 */
final class RowsBody {
  /** After so many rows the client is sent what there is, and it is seen whether it is there. */
  private static final int PIECE = 100;

  private final SteadyOutput out;
  private final Connection connection;
  private final RowsForm form;
  private final Function<Throwable, Object> failures;

  /**
   * @param failures how a failure is told, where the form has a place for it
   */
  RowsBody(
      OutputStream out,
      Connection connection,
      RowsForm form,
      Function<Throwable, Object> failures) {
    this.out = new SteadyOutput(out, connection);
    this.connection = connection;
    this.form = form;
    this.failures = failures;
  }

  void write(Iterator<?> rows) {
    try {
      text(form.begin());
      int written = 0;
      while (hasNext(rows)) {
        text(written == 0 ? "" : form.between());
        JsonWriter.write(rows.next(), out);
        if (++written % PIECE == 0) {
          out.push();
        }
      }
      text(form.end(written > 0));
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** While it is read the client is not to blame. */
  private boolean hasNext(Iterator<?> rows) throws IOException {
    connection.work();
    try {
      return rows.hasNext();
    } catch (RuntimeException | Error e) {
      tell(e);
      throw e;
    }
  }

  /** The last line says why no more come. */
  private void tell(Throwable failure) throws IOException {
    if (form == RowsForm.LINES) {
      text(form.between());
      JsonWriter.write(failures.apply(failure), out);
      text(form.between());
      out.push();
    }
  }

  private void text(String text) throws IOException {
    if (!text.isEmpty()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
