package dev.jongleur.server.web;

/** How the rows of a long answer are put together. */
public enum RowsForm {
  /** Each a line: a client can take one as soon as it is there. */
  LINES("application/x-ndjson", "", "\n", "\n"),

  /** One list, as of a find; written as it is read all the same. */
  ARRAY("application/json", "[", ",", "]");

  private final String mediaType;
  private final String begin;
  private final String between;
  private final String end;

  RowsForm(String mediaType, String begin, String between, String end) {
    this.mediaType = mediaType;
    this.begin = begin;
    this.between = between;
    this.end = end;
  }

  public String mediaType() {
    return mediaType;
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /** What comes before the first row. */
  String begin() {
    return begin;
  }

  /** What comes between two rows. */
  String between() {
    return between;
  }

  /** What comes behind the last of some rows, or of none. */
  String end(boolean any) {
    return any || this == ARRAY ? end : "";
  }
}
