package dev.jongleur.cli.serve;

/** The command was asked for something that cannot be; asking differently helps. */
final class WrongRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongRequest(String message) {
    super(message);
  }
}
