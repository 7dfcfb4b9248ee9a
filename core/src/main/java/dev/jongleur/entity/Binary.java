package dev.jongleur.entity;

import dev.jongleur.annotation.Type;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Bytes as a value: immutable, compared by content. */
@Type("binary")
public final class Binary {
  private final byte[] bytes;

  private Binary(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Binary of(byte[] bytes) {
    return new Binary(bytes.clone());
  }

  /** The bytes that base64 text stands for; empty where it is none. */
  public static Optional<Binary> ofBase64(String text) {
    try {
      return Optional.of(new Binary(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
