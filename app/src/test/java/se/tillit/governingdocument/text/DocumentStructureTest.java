package se.tillit.governingdocument.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentStructureTest {

  @Test
  void joinsLinesThatBlankLinesAndPageBreaksTearApart() {
    assertThat(
            ReadableText.pasted(
                """
                 1. Skydd av uppgifter\s

                Det här dokumentet säger hur kommunen skyddar sina uppgifter och hur Granby kommun \s

                kommuns nämnder delar på arbetet. Det gäller alla som har tillgång till uppgifter, roll- och \s

                ansvarsfördelning beskrivs längre ned. Vad som ska göras bestäms av nämnden och av\f\
                kommunstyrelsen tillsammans.
                """))
        .containsExactly(
            "# 1. Skydd av uppgifter",
            "Det här dokumentet säger hur kommunen skyddar sina uppgifter och hur Granby kommun kommuns"
                + " nämnder delar på arbetet.",
            "Det gäller alla som har tillgång till uppgifter, roll- och ansvarsfördelning beskrivs längre ned.",
            "Vad som ska göras bestäms av nämnden och av kommunstyrelsen tillsammans.");
  }

  @Test
  void goesOnWithANameAfterABlankLineWhenTheLineBeforeWasFull() {
    assertThat(
            ReadableText.pasted(
                """
                En lång rad som visar hur brett texten är tryckt i det här dokumentet, med många ord på raden
                och samordnaren har det strategiska ansvaret för att utveckla och hålla ihop arbetet i

                Granby kommun. Slut.
                """))
        .endsWith(
            "En lång rad som visar hur brett texten är tryckt i det här dokumentet, med många ord på raden"
                + " och samordnaren har det strategiska ansvaret för att utveckla och hålla ihop arbetet i"
                + " Granby kommun.",
            "Slut.");
  }

  @Test
  void readsNumberedHeadingsWithAndWithoutStops() {
    assertThat(
            ReadableText.pasted(
                """
                1. Inledning
                Text ett.
                2 Mål
                2.1 Inriktning
                Text två.
                2.1.1. Utbildning
                Chefer ska utbildas.
                3. Roller och
                ansvar
                Text tre enligt 3 kap. 1 § lagen.
                """))
        .containsExactly(
            "# 1. Inledning",
            "Text ett.",
            "# 2 Mål",
            "# 2.1 Inriktning",
            "Text två.",
            "# 2.1.1. Utbildning",
            "Chefer ska utbildas.",
            "# 3. Roller och",
            "ansvar",
            "Text tre enligt 3 kap. 1 § lagen.");
  }

  @Test
  void readsUnnumberedHeadings() {
    assertThat(
            ReadableText.pasted(
                """
                Policy för informationssäkerhet

                Antagen av kommunfullmäktige 31 oktober 2022

                Syfte

                Policyn anger riktningen.

                Uppföljning
                Arbetet ska följas upp varje år och utfallet redovisas i samband med årsredovisningen.
                """))
        .containsExactly(
            "# Policy för informationssäkerhet",
            "Antagen av kommunfullmäktige 31 oktober 2022",
            "# Syfte",
            "Policyn anger riktningen.",
            "# Uppföljning",
            "Arbetet ska följas upp varje år och utfallet redovisas i samband med årsredovisningen.");
  }

  @Test
  void readsBulletsOfEveryKind() {
    for (String bullet : List.of("•", "\uf0b7", "-", "–", "o", "*", "▪", "a)", "1)")) {
      assertThat(
              ReadableText.pasted(
                  "Chefer ska:\n"
                      + bullet
                      + " utse en ägare\n"
                      + bullet
                      + " följa upp\n  varje år\n\nSlut."))
          .as(bullet)
          .containsExactly(
              "#", "> Chefer ska:", ">- utse en ägare", ">- följa upp varje år", "Slut.");
    }
  }

  @Test
  void readsABulletThatStandsAloneAboveItsWords() {
    assertThat(ReadableText.pasted("Chefer ska:\n•\nutse en ägare\n•\nfölja upp"))
        .containsExactly("#", "> Chefer ska:", ">- utse en ägare", ">- följa upp");
  }

  @Test
  void readsAListThatLostItsBulletsButKeptASpace() {
    assertThat(
            ReadableText.pasted(
                """
                Arbetet stöds av flera myndigheter.

                 Myndigheten för skydd (MFS)
                 Sveriges kommuner (SK)\s
                 Tillsynen (TS)

                Nästa stycke börjar här.
                """))
        .containsExactly(
            "#",
            "Arbetet stöds av flera myndigheter.",
            "- Myndigheten för skydd (MFS)",
            "- Sveriges kommuner (SK)",
            "- Tillsynen (TS)",
            "Nästa stycke börjar här.");
  }

  @Test
  void readsAListThatLostItsBulletsAltogether() {
    assertThat(
            ReadableText.pasted(
                """
                Uppgifter hanteras utifrån två principer som gäller i hela kommunen och dess bolag:
                att uppgifter bara når den som är behörig
                att uppgifter är riktiga
                """))
        .containsExactly(
            "#",
            "> Uppgifter hanteras utifrån två principer som gäller i hela kommunen och dess bolag:",
            ">- att uppgifter bara når den som är behörig",
            ">- att uppgifter är riktiga");
  }

  @Test
  void keepsEachCellOfATableThatWasPrintedInColumns() {
    assertThat(
            ReadableText.pasted(
                """
                Arbetet vilar på tre principer:


                Sekretess Riktighet Åtkomst



                Att uppgifter inte
                lämnas ut eller röjs till

                obehörig.




                Att uppgifter är rätta och
                fullständiga.


                Att uppgifter nås
                när de behövs.
                """))
        .containsExactly(
            "#",
            "> Arbetet vilar på tre principer:",
            ">- Sekretess Riktighet Åtkomst",
            "Att uppgifter inte lämnas ut eller röjs till obehörig.",
            "Att uppgifter är rätta och fullständiga.",
            "Att uppgifter nås när de behövs.");
  }

  @Test
  void tellsALeadInFromASentenceThatOnlyStandsBeforeAList() {
    StructuredText text =
        DocumentStructure.of(
            Extraction.pasted("Nämnden ska:\n- anta\n\nMånga stöder arbetet.\n- MFS\n- SK"));
    assertThat(text.passages())
        .extracting(passage -> passage.leadIn() == null ? "" : passage.leadIn().text())
        .containsExactly("", "Nämnden ska:", "", "", "");
  }

  @Test
  void nestsListsInLists() {
    StructuredText text =
        DocumentStructure.of(
            Extraction.pasted(
                "Nämnden ska:\n- utse en ägare som ska:\n    - klassa\n    - följa upp\n- redovisa"));
    assertThat(text.passages())
        .extracting(passage -> passage.leadIn() == null ? "" : passage.leadIn().text())
        .containsExactly(
            "", "Nämnden ska:", "utse en ägare som ska:", "utse en ägare som ska:", "Nämnden ska:");
  }

  @Test
  void cutsSentencesButNotAfterAbbreviations() {
    assertThat(
            ReadableText.pasted(
                "Det gäller t.ex. system, bl.a. HR, enl. 5 kap. 2 § samt ISO/IEC 27001. Nämnder m.fl. berörs."
                    + " Listor, register m.m. Dessa ska finnas (se bilaga). Kl. 10.30 börjar mötet! Eller?"
                    + " Vi följer s.k. Standard X fr.o.m. 1 maj. \"Så är det.\" Nästa."))
        .containsExactly(
            "#",
            "Det gäller t.ex. system, bl.a. HR, enl. 5 kap. 2 § samt ISO/IEC 27001.",
            "Nämnder m.fl. berörs.",
            "Listor, register m.m.",
            "Dessa ska finnas (se bilaga).",
            "Kl. 10.30 börjar mötet!",
            "Eller?",
            "Vi följer s.k. Standard X fr.o.m. 1 maj.",
            "\"Så är det.\"",
            "Nästa.");
  }

  @Test
  void joinsAWordDividedAtTheEndOfALineAndKeepsOtherHyphens() {
    assertThat(
            ReadableText.pasted(
                "Kommunens arbete med informations-\nsäkerhet, krisberedskap samt IT-\nefterlevnad och e-\npost, roll-\noch mötesplanering."))
        .containsExactly(
            "#",
            "Kommunens arbete med informationssäkerhet, krisberedskap samt IT-efterlevnad och e-post, roll-"
                + " och mötesplanering.");
  }

  @Test
  void setsPageNumbersAndRunningHeadsAside() {
    String page = "Policy för skydd, Granby kommun\n%s\n\nSida %d av 3\n";
    String text =
        page.formatted("Kommunen ska skydda sina uppgifter och", 1)
            + "\f"
            + page.formatted("följa upp arbetet varje år. Nämnden ska", 2)
            + "\f"
            + page.formatted("redovisa utfallet.", 3);
    StructuredText read = DocumentStructure.of(Extraction.pasted(text));
    assertThat(ReadableText.of(read))
        .containsExactly(
            "#",
            "Kommunen ska skydda sina uppgifter och följa upp arbetet varje år.",
            "Nämnden ska redovisa utfallet.");
    assertThat(read.furniture())
        .hasSize(6)
        .contains("Sida 2 av 3", "Policy för skydd, Granby kommun");
  }

  @Test
  void setsCountingLinesAsideWherePageBreaksWereLost() {
    String text =
        """
        Kommunen ska skydda sina uppgifter och
        Granby kommun, policy 1 (3)
        följa upp arbetet varje år. Nämnden ska
        Granby kommun, policy 2 (3)
        redovisa utfallet.
        Granby kommun, policy 3 (3)
        """;
    assertThat(ReadableText.pasted(text))
        .containsExactly(
            "#",
            "Kommunen ska skydda sina uppgifter och följa upp arbetet varje år.",
            "Nämnden ska redovisa utfallet.");
  }

  @Test
  void keepsATableOfContentsApartFromTheHeadingsItPointsAt() {
    assertThat(
            ReadableText.pasted(
                """
                Innehåll
                1. Inledning .......... 2
                2. Mål 3

                1. Inledning
                Text ett.
                2. Mål
                Text två.
                """))
        .containsExactly(
            "# Innehåll",
            ".. 1. Inledning .......... 2",
            ".. 2. Mål 3",
            "# 1. Inledning",
            "Text ett.",
            "# 2. Mål",
            "Text två.");
  }

  @Test
  void tellsANumberedListFromNumberedHeadings() {
    assertThat(
            ReadableText.pasted(
                """
                1. Klassning
                Information delas in så här:
                1. Öppen
                2. Intern
                3. Skyddad
                2. Ansvar
                Chefen ansvarar.
                """))
        .containsExactly(
            "# 1. Klassning",
            "> Information delas in så här:",
            ">- Öppen",
            ">- Intern",
            ">- Skyddad",
            "# 2. Ansvar",
            "Chefen ansvarar.");
  }

  @Test
  void readsNumberedClauses() {
    assertThat(ReadableText.pasted("4 Krav\n4.1 Chefer ska utse en ägare.\n4.2 Ägaren ska klassa."))
        .containsExactly("# 4 Krav", "- Chefer ska utse en ägare.", "- Ägaren ska klassa.");
  }

  @Test
  void readsATextWithoutLineBreaks() {
    assertThat(ReadableText.pasted("Chefer ska utbildas. Nämnden ska följa upp"))
        .containsExactly("#", "Chefer ska utbildas.", "Nämnden ska följa upp");
  }
}
