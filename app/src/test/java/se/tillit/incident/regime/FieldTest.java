package se.tillit.incident.regime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FieldTest {

  @Test
  @Tag("K-4.1.7b")
  void demandsWhyItIsLateOfWhoeverIsLateAlone() {
    var why = new Field("late", new Said("Varför?", "Why?"), 1000, false, "clock.late", false);
    var other = new Field("kind", new Said("Slag", "Kind"), 200, false, "incident.kind", false);
    assertThat(why.asked(true).mandatory()).isTrue();
    assertThat(why.asked(false).mandatory()).isFalse();
    assertThat(other.asked(true).mandatory()).isFalse();
  }
}
