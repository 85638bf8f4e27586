package se.tillit.exchange.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillit.exchange.document.Documents.aDocument;
import static se.tillit.exchange.document.Documents.aTableOf;
import static se.tillit.exchange.document.Documents.everyBlock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PdfRendererTest {

  private final PdfRenderer renderer = new PdfRenderer();

  @BeforeAll
  static void startValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_2_A", "PDFUA_1"})
  void satisfiesArchiveAndScreenReader(PDFAFlavour demand) throws Exception {
    assertThat(breaches(renderer.render(everyBlock()), demand)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_2_A", "PDFUA_1"})
  void staysValidWithSignsThatTheTypefaceLacks(PDFAFlavour demand) throws Exception {
    Document document =
        aDocument(
            new Heading(1, "Rubrik med 🚒 och \u0000 & <b>"),
            Paragraph.of("Åsa Öberg, Łukasz, Георгий, 北京, \ud83d\ude00, \ufffe, \ud800 och \u0007"),
            new Paragraph(
                Paragraph.Kind.BODY,
                List.of(Span.stressed("lutande 🚒 ● Ж"), Span.strong("fet 🚒 ● Ж"))));

    assertThat(breaches(renderer.render(document), demand)).isEmpty();
  }

  @Test
  void printsWordsAsTheyWereTyped() throws IOException {
    Document document =
        aDocument(
            Paragraph.of("5 < 6 & 7 > 6 \"citat\" 'så' ]]> Åäö\u0000!"), new Heading(1, "A & B"));

    assertThat(text(renderer.render(document)))
        .contains("5 < 6 & 7 > 6 \"citat\" 'så' ]]> Åäö!")
        .contains("A & B")
        .contains("Kommunen – \"kansliet\"")
        .contains("Sida 1 (1)");
  }

  @Test
  void describesWhatTheTypefaceLacks() throws IOException {
    assertThat(text(renderer.render(aDocument(Paragraph.of("Brand 🚒 nu, مرحبا")))))
        .contains("Brand [fire engine] nu, [arabic]");
  }

  @Test
  void keepsVeryLongWordsInsideThePage() throws IOException {
    Table table =
        new Table(
            "Långt ord",
            List.of(Table.Column.text("Namn", 1), Table.Column.figure("Antal", 1)),
            List.of(Table.Row.of("x".repeat(300), "1")));
    byte[] pdf = renderer.render(aDocument(Paragraph.of("y".repeat(400)), table));

    String compact = text(pdf).replaceAll("\\s", "");
    assertThat(compact).contains("x".repeat(300)).contains("y".repeat(400));
    assertThat(text(pdf).lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(120));
  }

  @Test
  void repeatsHeadingsOfATableOfTwoThousandRows() throws IOException {
    byte[] pdf = renderer.render(aDocument(aTableOf(2_000)));

    try (PDDocument opened = Loader.loadPDF(pdf)) {
      assertThat(opened.getNumberOfPages()).isGreaterThan(30);
      PDFTextStripper last = new PDFTextStripper();
      last.setStartPage(opened.getNumberOfPages());
      assertThat(last.getText(opened)).contains("Nummer").contains("Tillgång 2000");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_2_A", "PDFUA_1"})
  void staysValidWhenATableSpansManyPages(PDFAFlavour demand) throws Exception {
    assertThat(breaches(renderer.render(aDocument(aTableOf(300))), demand)).isEmpty();
  }

  @Test
  void givesTheSameBytesForTheSameDocument() {
    assertThat(renderer.render(everyBlock())).isEqualTo(renderer.render(everyBlock()));
  }

  @Test
  void tellsTitleLanguageAndDate() throws IOException {
    byte[] pdf = renderer.render(aDocument(Locale.ENGLISH, List.of(Paragraph.of("Text"))));

    try (PDDocument opened = Loader.loadPDF(pdf)) {
      assertThat(opened.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(opened.getDocumentInformation().getTitle())
          .isEqualTo("Uppföljning av informationssäkerheten 2026");
      assertThat(opened.getDocumentInformation().getAuthor())
          .isEqualTo("Kommunstyrelseförvaltningen");
      assertThat(opened.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(Documents.FROZEN);
    }
  }

  private static List<String> breaches(byte[] pdf, PDFAFlavour demand) throws Exception {
    try (PDFAParser parser =
        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), demand)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(demand, false).validate(parser);
      return result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(assertion ->
              assertion.getRuleId().getClause()
                  + " "
                  + assertion.getMessage()
                  + " "
                  + assertion.getLocation().getContext())
          .distinct()
          .toList();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument opened = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(opened);
    }
  }
}
