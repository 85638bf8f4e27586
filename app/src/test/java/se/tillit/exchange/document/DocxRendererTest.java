package se.tillit.exchange.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillit.exchange.document.Documents.aDocument;
import static se.tillit.exchange.document.Documents.aTableOf;
import static se.tillit.exchange.document.Documents.everyBlock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.junit.jupiter.api.Test;

class DocxRendererTest {

  private final DocxRenderer renderer = new DocxRenderer();

  @Test
  void givesEachBlockTheStyleMadeForIt() throws IOException {
    try (XWPFDocument word = opened(everyBlock())) {
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getStyle)
          .contains(
              "Kicker", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Normal", "Lead")
          .contains(
              "Quote", "Note", "ListBullet", "ListNumber", "Caption", "Drawing", "FigureCaption")
          .allSatisfy(style -> assertThat(word.getStyles().styleExist(style)).isTrue());
      assertThat(word.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
      assertThat(word.getStyles().getStyle("ListBullet").getName()).isEqualTo("List Bullet");
    }
  }

  @Test
  void repeatsTheHeadingOfATableOnEachPage() throws IOException {
    try (XWPFDocument word = opened(aDocument(aTableOf(2_000)))) {
      assertThat(word.getTables())
          .singleElement()
          .satisfies(table -> {
            assertThat(table.getNumberOfRows()).isEqualTo(2_001);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRow(2_000).getCell(0).getText()).isEqualTo("Tillgång 2000");
          });
    }
  }

  @Test
  void writesInTheLanguageOfTheDocument() throws IOException {
    try (XWPFDocument swedish = opened(everyBlock());
        XWPFDocument english = opened(aDocument(Locale.ENGLISH, List.of(Paragraph.of("Text"))))) {
      assertThat(language(swedish)).isEqualTo("sv-SE");
      assertThat(language(english)).isEqualTo("en");
    }
  }

  @Test
  void tellsWhoMadeItAndWhen() throws IOException {
    try (XWPFDocument word = opened(everyBlock())) {
      var core = word.getProperties().getCoreProperties();
      assertThat(core.getTitle()).isEqualTo("Uppföljning av informationssäkerheten 2026");
      assertThat(core.getCreator()).isEqualTo("Kommunstyrelseförvaltningen");
      assertThat(core.getCreated().toInstant()).isEqualTo(Documents.FROZEN);
      assertThat(core.getModified().toInstant()).isEqualTo(Documents.FROZEN);
    }
  }

  @Test
  void numbersItsPagesByField() throws IOException {
    try (XWPFDocument word = opened(everyBlock())) {
      String footer = word.getFooterList().getFirst()._getHdrFtr().xmlText();
      assertThat(footer)
          .contains("w:instr=\"PAGE\"")
          .contains("w:instr=\"NUMPAGES\"")
          .contains("Sida ");
      assertThat(word.getHeaderList().getFirst().getText())
          .contains("Kommunen")
          .contains("SN 2026/114");
    }
  }

  @Test
  void showsDrawingsAsPicturesWithWords() throws IOException {
    try (XWPFDocument word = opened(everyBlock())) {
      List<XWPFPicture> pictures =
          word.getParagraphs().stream()
              .flatMap(p -> p.getRuns().stream())
              .flatMap(r -> r.getEmbeddedPictures().stream())
              .toList();
      assertThat(pictures)
          .singleElement()
          .satisfies(picture ->
              assertThat(picture.getPictureData().getData()).startsWith(0x89, 'P', 'N', 'G'));
      assertThat(word.getDocument().xmlText()).contains("descr=\"Stapel som visar att åtta av tio");
    }
  }

  @Test
  void startsEachNumberedListFromOne() throws IOException {
    Document document =
        aDocument(
            Listing.numbered(List.of("ett", "två")),
            Paragraph.of("emellan"),
            Listing.numbered(List.of("ett")));

    try (XWPFDocument word = opened(document)) {
      List<java.math.BigInteger> numbers =
          word.getParagraphs().stream()
              .filter(p -> "ListNumber".equals(p.getStyle()))
              .map(XWPFParagraph::getNumID)
              .toList();
      assertThat(numbers.get(0)).isEqualTo(numbers.get(1)).isNotEqualTo(numbers.get(2));
    }
  }

  @Test
  void keepsEverySignExceptThoseThatXmlForbids() throws IOException {
    Document document = aDocument(Paragraph.of("Åäö 😀 <b> & \u0000\u0007\ud800\nnästa rad"));

    try (XWPFDocument word = opened(document)) {
      assertThat(word.getParagraphs().getLast().getText()).isEqualTo("Åäö 😀 <b> & \nnästa rad");
    }
  }

  @Test
  void givesTheSameBytesForTheSameDocument() {
    assertThat(renderer.render(everyBlock())).isEqualTo(renderer.render(everyBlock()));
  }

  private XWPFDocument opened(Document document) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(renderer.render(document)));
  }

  private static String language(XWPFDocument word) {
    return word.getStyles().getDefaultRunStyle().getRPr().getLangArray(0).getVal().toString();
  }
}
