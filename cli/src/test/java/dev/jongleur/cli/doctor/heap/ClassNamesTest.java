package dev.jongleur.cli.doctor.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {
  @ParameterizedTest
  @CsvSource({
    "java/lang/String, java.lang.String",
    "[Ljava/lang/String;, java.lang.String[]",
    "[[I, int[][]",
    "com/example/Shop$$Lambda+0x00007f0001000a18, com.example.Shop$$Lambda",
    "com.example.Shop$$Lambda/0x00007f0001000a18, com.example.Shop$$Lambda",
    "Cache, Cache"
  })
  void the_name_is_readable(String internal, String readable) {
    assertThat(ClassNames.readable(internal)).isEqualTo(readable);
  }
}
