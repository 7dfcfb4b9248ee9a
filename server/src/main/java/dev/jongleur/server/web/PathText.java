package dev.jongleur.server.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as its decoded parts. It is split before it is decoded, so that an encoded slash belongs
 * to an id; dots are names like any other.
 */
public final class PathText {
  private PathText() {}

  /**
   * The parts between the slashes; a slash at the end means nothing.
   *
   * @throws RefusedException when its percent signs are no UTF-8
   */
  public static List<String> parts(String rawPath) {
    var parts = new ArrayList<String>();
    for (String part : rawPath.split("/", -1)) {
      parts.add(part.indexOf('%') < 0 ? part : decoded(part));
    }
    if (parts.getFirst().isEmpty()) {
      parts.removeFirst();
    }
    if (!parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return parts;
  }

  private static String decoded(String part) {
    byte[] raw = part.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(pair(raw, i + 1));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw RefusedException.badPath();
    }
  }

  private static int pair(byte[] raw, int at) {
    int high = at + 1 < raw.length ? Character.digit(raw[at], 16) : -1;
    int low = at + 1 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
    if (high < 0 || low < 0) {
      throw RefusedException.badPath();
    }
    return high * 16 + low;
  }
}
