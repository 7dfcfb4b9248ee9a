package dev.jongleur.proof.fuzz;

import dev.jongleur.json.BracketQuery;
import dev.jongleur.json.JsonReader;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Filters as a stranger sends them: as JSON, and with brackets. */
class FuzzFiltersTest {
  private static final JsonReader READER = JsonReader.of("The filter", 16 * 1024, 40);

  @Test
  void filters_as_json() {
    List<String> recorded = Recorded.filters();
    try (var asked = new Asked()) {
      Fuzzing.ofText(
              "filters",
              random ->
                  random.nextInt(3) == 0
                      ? Mutation.of(random, one(random, recorded))
                      : FilterWords.text(random),
              text -> asked.ask(Filter.read(READER.read(text))))
          .run(FuzzTime.share());
    }
  }

  @Test
  void filters_with_brackets() {
    try (var asked = new Asked()) {
      Fuzzing.ofText(
              "brackets",
              FilterWords::brackets,
              text -> asked.ask(Filter.read(BracketQuery.parse(text).get("filter"))))
          .run(FuzzTime.share());
    }
  }

  private static String one(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
