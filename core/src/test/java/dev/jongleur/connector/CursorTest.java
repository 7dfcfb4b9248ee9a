package dev.jongleur.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final ModelDefinition THING = ModelDefinition.of("Thing", _ -> {});

  private static Cursor overThree() {
    return Cursor.over(
        Stream.generate(() -> Entity.of(THING, new Object[] {1L}, Map.of(), true))
            .limit(3)
            .iterator());
  }

  @Test
  void rows_come_in_pieces_until_there_are_none() {
    try (Cursor cursor = overThree()) {
      assertThat(Stream.of(2, 2, 2).map(most -> cursor.next(most).size()))
          .isEqualTo(List.of(2, 1, 0));
    }
  }

  @Test
  void a_closed_cursor_is_refused() {
    Cursor cursor = overThree();
    cursor.close();
    cursor.close();
    assertThatThrownBy(() -> cursor.next(1))
        .isInstanceOf(ClosedException.class)
        .hasMessage("The cursor is closed.");
  }
}
