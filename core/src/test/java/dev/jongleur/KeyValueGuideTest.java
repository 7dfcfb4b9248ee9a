package dev.jongleur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program in the guide to keys: it runs, and it is the one that is printed there. */
class KeyValueGuideTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  record Visit(String user, int pages) {}

  static List<Object> program(Tenant acme) {
    // begin program
    KeyValueModel sessions = acme.keyValue("Session"); // a cheap handle, bound to acme
    sessions.set("s:7f3a", new Visit("ada", 3), Duration.ofMinutes(30)); // gone in half an hour
    Optional<Visit> visit = sessions.get("s:7f3a", Visit.class); // or get(key), as it was set
    sessions.expire("s:7f3a", Duration.ofHours(1)); // it stays longer
    Optional<Duration> left = sessions.ttl("s:7f3a"); // empty where there is no end
    try (Stream<String> keys = sessions.keys("s:*")) { // however many: read a part at a time
      keys.forEach(sessions::delete);
    }
    // end program
    return List.of(visit.orElseThrow(), left.isPresent(), sessions.keys().count());
  }

  @Test
  void the_program_runs_and_touches_no_other_tenant() {
    Jongleur jongleur = nothing.application("kv-memory", ModelDefinition.of("Session", _ -> {}));
    KeyValueModel ofGlobex = jongleur.onboard("globex").keyValue("Session");
    ofGlobex.set("s:1", "theirs");
    assertThat(program(jongleur.onboard("acme"))).containsExactly(new Visit("ada", 3), true, 0L);
    assertThat(ofGlobex.get("s:1")).contains("theirs");
  }

  @Test
  void the_program_in_the_guide_is_the_one_here() throws IOException {
    Path here = Path.of("src/test/java/dev/jongleur/KeyValueGuideTest.java");
    String source = Files.readString(here);
    String begin = "// begin program\n";
    int from = source.indexOf(begin) + begin.length();
    String text = source.substring(from, source.indexOf("// end program", from));
    String guide = Files.readString(Path.of("../docs/key-value.md"));
    assertThat(guide).contains(text.stripIndent().strip());
  }
}
