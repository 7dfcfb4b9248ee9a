package dev.jongleur.cli.doctor;

import java.util.List;

/** A program without Jongleur. */
public final class Plain {
  static final List<byte[]> large = List.of(new byte[100_000]);

  private Plain() {}

  public static void main(String[] args) throws Exception {
    System.out.println("ready");
    var _ = System.in.read();
  }
}
