package dev.jongleur.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LiveDumpTest {
  @Test
  void a_dump_is_there_until_it_is_closed() throws IOException {
    Path file;
    try (var plain = Program.start(Plain.class, "");
        LiveDump dump = LiveDump.of(plain.pid())) {
      file = dump.file();
      assertThat(file).isNotEmptyFile();
    }
    assertThat(file).doesNotExist();
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void what_was_dumped_reads_as_a_file_too() throws IOException {
    try (var program = Program.start(Planted.class, "RELEASED");
        LiveDump dump = LiveDump.of(program.pid())) {
      Visit visit = Visit.doctor("--heap", dump.file(), "--top", 1);
      assertThat(visit.code()).isEqualTo(1);
      assertThat(visit.out())
          .contains("A released tenant is still held: bistro")
          .contains("static " + Planted.class.getName() + ".tenants   <- the holder");
    }
  }
}
