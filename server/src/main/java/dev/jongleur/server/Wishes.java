package dev.jongleur.server;

import dev.jongleur.server.web.RowsForm;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;

/**
 * How a client wants to be answered, by its headers. What cannot be read in them is no wish.
 *
 * @param languages those of messages, as {@code Accept-Language} has them; empty for any
 */
record Wishes(RowsForm form, String languages) {
  /** More languages than anybody speaks; reading them takes time. */
  private static final int MOST_CHARS = 256;

  private static final MediaType LINES = MediaTypes.create(RowsForm.LINES.mediaType());

  static Wishes of(ServerRequestHeaders headers) {
    return new Wishes(form(headers), languages(headers));
  }

  /** Lines, unless only a list, or rather a list, is taken. */
  private static RowsForm form(ServerRequestHeaders headers) {
    try {
      return headers
          .bestAccepted(LINES, MediaTypes.APPLICATION_JSON)
          .filter(MediaTypes.APPLICATION_JSON::equals)
          .map(_ -> RowsForm.ARRAY)
          .orElse(RowsForm.LINES);
    } catch (IllegalArgumentException _) {
      return RowsForm.LINES;
    }
  }

  private static String languages(ServerRequestHeaders headers) {
    String all = String.join(",", headers.values(HeaderNames.ACCEPT_LANGUAGE));
    return all.length() > MOST_CHARS ? "" : all.strip();
  }
}
