package dev.jongleur.memory.log;

import dev.jongleur.memory.log.file.FileHead;
import dev.jongleur.memory.log.file.Frame;
import dev.jongleur.memory.log.record.Sink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The payloads of a log, taken out of their frames and put into new ones. */
final class Records {
  private Records() {}

  static List<byte[]> of(byte[] log) {
    long salt = FileHead.read(log).salt();
    var payloads = new ArrayList<byte[]>();
    for (int at = FileHead.SIZE; at < log.length; ) {
      int from = at + Frame.SIZE;
      at = from + Frame.read(log, at, salt).length();
      payloads.add(Arrays.copyOfRange(log, from, at));
    }
    return payloads;
  }

  /** A log whose checksums are right, whatever is in it. */
  static byte[] log(long salt, List<byte[]> payloads) {
    var log = new Sink();
    log.put(new FileHead(salt).bytes(), 0, FileHead.SIZE);
    long number = 0;
    for (byte[] payload : payloads) {
      byte[] frame = Frame.of(++number, payload, 0, payload.length).bytes(salt);
      log.put(frame, 0, frame.length);
      log.put(payload, 0, payload.length);
    }
    return Arrays.copyOf(log.bytes(), log.size());
  }
}
