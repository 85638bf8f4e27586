package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private final Words words = Words.SWEDISH;

  @Test
  void groupsThousandsWithAThinSpaceThatDoesNotBreak() {
    assertThat(words.number(12345)).isEqualTo("12\u202f345");
    assertThat(words.t("web.met-of", 1234, 1_500_000))
        .isEqualTo("1\u202f234 av 1\u202f500\u202f000");
    assertThat(Words.ENGLISH.t("web.met-of", 1234, 5)).isEqualTo("1\u202f234 of 5");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Inga rader",
    "1, 1 rad visas",
    "2, 2 rader visas",
    "1200, 1\u202f200 rader visas"
  })
  void choosesThePluralOfANumber(int shown, String text) {
    assertThat(words.t("web.pager.shown", shown)).isEqualTo(text);
  }

  @Test
  void tellsTheTimeAsTheClockStandsInSwedenSummerAndWinter() {
    assertThat(words.time(Instant.parse("2026-11-21T13:05:00Z"))).isEqualTo("2026-11-21 14:05");
    assertThat(words.time(Instant.parse("2026-07-01T22:05:00Z"))).isEqualTo("2026-07-02 00:05");
    assertThat(words.clock(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("03:00");
  }

  @Test
  void writesDaysTheSameInBothLanguages() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    assertThat(words.date(day)).isEqualTo(Words.ENGLISH.date(day)).isEqualTo("2026-11-01");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, –", "0, 14, 0", "1, 1000, 0", "12, 14, 85", "999, 1000, 99", "14, 14, 100"})
  void neverRoundsUpToTheWhole(int met, int total, String percent) {
    assertThat(words.percent(met, total).replace("\u00a0%", "")).isEqualTo(percent);
  }

  @Test
  void sortsAsASwedeExpects() {
    assertThat(
            List.of("Öst", "Ek", "Ång", "Wallin", "Äng", "Éclair", "Zäta", "Vik").stream()
                .sorted(words.alphabetical()))
        .containsExactly("Éclair", "Ek", "Vik", "Wallin", "Zäta", "Ång", "Äng", "Öst");
  }

  @Test
  void refusesAKeyItDoesNotKnow() {
    assertThatThrownBy(() -> words.t("web.no-such-key")).hasMessageContaining("web.no-such-key");
    assertThatThrownBy(() -> words.t("nosuchmodule.key")).hasMessageContaining("nosuchmodule.key");
  }

  @Test
  void speaksSwedishToAnyoneItDoesNotUnderstand() {
    assertThat(Words.in("fi")).isSameAs(Words.SWEDISH);
    assertThat(Words.in("en-GB")).isSameAs(Words.ENGLISH);
  }
}
