package se.tillit.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @Test
  void foldsRingsAndAccentsAndKeepsLettersAndDigits() {
    assertThat(Spelling.words("  Ångström, ÄRENDE-42 (Höör)  "))
        .containsExactly("angstrom", "arende", "42", "hoor");
  }

  @Test
  void takesAtMostSixWordsAndNoneFromSigns() {
    assertThat(Spelling.words("a b c d e f g h")).hasSize(6);
    assertThat(Spelling.words("… — \u0000 ()")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "treserva, treserva, true",
    "treserva, tresreva, true",
    "treserva, treserrva, true",
    "treserva, teserva, true",
    "treserva, elevhalsa, false",
    "lon, lan, false",
    "skola, skolan, true",
    "skola, skolans, false"
  })
  void forgivesAWrongLetterButNotAnotherWord(String one, String other, boolean near) {
    assertThat(Spelling.near(one, other, Spelling.tolerance(one))).isEqualTo(near);
  }
}
