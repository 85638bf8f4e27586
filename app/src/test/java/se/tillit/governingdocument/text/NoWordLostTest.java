package se.tillit.governingdocument.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillit.kernel.Refused;

/// Whatever the text looks like, each of its letters is in exactly one heading, passage or line of
/// furniture, in order.
class NoWordLostTest {

  private static final String[] PIECES = {
    "Nämnden",
    "ska",
    "följa upp",
    "1.",
    "2.1",
    "4.1.3.",
    "•",
    "-",
    "o",
    "\uf0b7",
    "a)",
    "och",
    "att",
    "informations-",
    "säkerhet.",
    "t.ex.",
    "bl.a.",
    "Sida 2 av 7",
    "3",
    "(konfidentialitet)",
    "för att:",
    "Kommunstyrelsen",
    "MÅL",
    "§ 5",
    "ISO/IEC 27001",
    "m.m.",
    "Innehåll",
    "..... 4",
    "?",
    "!",
    "\"Ja.\"",
    "👩‍🚒",
    "\u0000",
    "ﬁl",
    "a\u030a",
    "ansvarar för",
    "Policy 1 (3)",
    "…",
    "årligen",
    ":",
    "Riktighet"
  };
  private static final String[] GAPS = {
    " ", " ", " ", " ", "\n", "\n", "\n\n", "\n \n", "\f", "\r\n", "\n    ", "\t", ""
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsEveryLetterOfRandomTexts(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder("Start. ");
      for (int j = random.nextInt(120); j >= 0; j--) {
        text.append(PIECES[random.nextInt(PIECES.length)])
            .append(GAPS[random.nextInt(GAPS.length)]);
      }
      keepsEveryLetter(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void keepsEveryLetterOfNoise(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder("Start ");
      for (int j = random.nextInt(300); j >= 0; j--) {
        int next =
            random.nextInt(4) == 0
                ? random.nextInt(0x3000)
                : " .,:;-()\n\fabcÅÄÖ159".codePointAt(random.nextInt(19));
        text.appendCodePoint(next);
      }
      keepsEveryLetter(text.toString());
    }
  }

  @Test
  @Timeout(60)
  void readsFiveMegabytesInSeconds() {
    String paragraph =
        "4.1.%d. Skydd\nChefer ska utse en ägare, följa upp och redovisa utfallet varje år till nämnden enligt\n"
            + "t.ex. 3 kap. 1 § lagen. Nämnden ansvarar för att:\n\n• klassa\n• skydda information så att\n\n  den är rätt.\n";
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 5_000_000; i++) {
      text.append(paragraph.formatted(i % 90));
    }
    long start = System.nanoTime();
    StructuredText read = DocumentStructure.of(Extraction.pasted(text.toString()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    assertThat(read.passages()).hasSizeGreaterThan(80_000);
  }

  @Test
  @Timeout(60)
  void isNotSlowedDownByStrangeTexts() {
    for (String piece :
        List.of(
            "ska ",
            "1.",
            "a\n",
            "och\n",
            ". ",
            "(",
            "- \n",
            "\n\n\n",
            "å\u0301",
            "för att ",
            "x",
            "1 ",
            ":\n")) {
      String text = "Start " + piece.repeat(1_000_000 / piece.length());
      try {
        DocumentStructure.of(Extraction.pasted(text));
      } catch (Refused tooMany) {
        assertThat(tooMany.messageKey()).isEqualTo("governingdocument.text.too-many-passages");
      }
    }
  }

  private static void keepsEveryLetter(String text) {
    ExtractedText source = Extraction.pasted(text);
    StructuredText read = DocumentStructure.of(source);
    List<String> furniture = new ArrayList<>(read.furniture());
    StringBuilder expected = new StringBuilder();
    for (Line line : source.lines()) {
      if (!furniture.isEmpty()
          && line.text().equals(furniture.getFirst())
          && isFurniture(source, line)) {
        furniture.removeFirst();
      } else {
        expected.append(line.marker()).append(line.text());
      }
    }
    assertThat(furniture).isEmpty();
    StringBuilder found = new StringBuilder();
    for (Section section : read.sections()) {
      found.append(section.number()).append(section.heading());
      section.passages().forEach(passage -> found.append(passage.marker()).append(passage.text()));
    }
    assertThat(signs(found)).as(text).isEqualTo(signs(expected));
  }

  private static boolean isFurniture(ExtractedText source, Line line) {
    return PageFurniture.in(source.lines()).get(indexOf(source.lines(), line));
  }

  private static int indexOf(List<Line> lines, Line line) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) == line) {
        return i;
      }
    }
    return -1;
  }

  // All but white space and the hyphens that joining may drop.
  private static String signs(CharSequence text) {
    return text.toString().replaceAll("[\\s-]", "");
  }
}
