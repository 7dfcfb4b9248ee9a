package dev.jongleur.json;

import dev.jongleur.error.DataException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to be longer than a limit. */
final class BoundedStream extends FilterInputStream {
  private final String subject;
  private final long limit;
  private long left;

  BoundedStream(InputStream in, String subject, long limit) {
    super(in);
    this.subject = subject;
    this.limit = limit;
    this.left = limit;
  }

  static DataException tooLarge(String subject, long limit) {
    return new DataException(subject + " is larger than " + limit + " bytes.");
  }

  @Override
  public int read() throws IOException {
    int item = in.read();
    count(item < 0 ? 0 : 1);
    return item;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int some = in.read(target, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int some) {
    left -= some;
    if (left < 0) {
      throw tooLarge(subject, limit);
    }
  }
}
