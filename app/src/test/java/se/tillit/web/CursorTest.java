package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.tillit.kernel.Refused;

@Tag("M-4a")
class CursorTest {

  @Test
  void tellsWhatItWasMadeOf() {
    UUID id = UUID.randomUUID();
    Cursor read = Cursor.parse(Cursor.of(LocalDate.of(2026, 3, 1), id, 7).toString());
    assertThat(read.day(0)).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(read.id(1)).isEqualTo(id);
    assertThat(read.number(2)).isEqualTo(7);
  }

  @Test
  void refusesWhatWasMangled() {
    Cursor mangled = Cursor.of("garbage");
    assertThatThrownBy(() -> mangled.id(0)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> mangled.day(0)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> mangled.instant(0)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> mangled.number(0)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> mangled.id(1)).isInstanceOf(Refused.class);
  }
}
