package dev.jongleur.server;

import dev.jongleur.entity.Page;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Routes that read many rows, a part at a time. */
final class LongReads {
  private LongReads() {}

  /**
   * As many rows as the limit says, and the bookmark to go on with; null when there are no more.
   */
  static Answer page(Asked asked) {
    String after = asked.question().text("after").orElse("");
    Page page = asked.handle().page(asked.filter(), after, asked.options());
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("rows", page.rows());
    answer.put("next", page.next().orElse(null));
    return Answer.of(answer);
  }

  static Answer stream(Asked asked) {
    return new Answer.Rows(
        asked.handle().stream(asked.filter(), asked.options()), asked.wishes().form());
  }
}
