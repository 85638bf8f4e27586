package se.tillit.exchange.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/// Writes a document for Word and its kin, with real styles, so that a secretary can go on working
/// in it.
///
/// The same document gives the same bytes.
public final class DocxRenderer {

  public byte[] render(Document document) {
    Face.registerForDrawings();
    try (XWPFDocument word = WordTemplate.open(document.language())) {
      properties(document, word);
      margins(document.margins(), word);
      titles(document, word);
      WordBlocks blocks = new WordBlocks(word);
      for (Block block : document.body()) {
        blocks.write(block);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      word.write(bytes);
      return ZipDating.dated(bytes.toByteArray(), document.provenance().made());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void properties(Document document, XWPFDocument word) {
    Provenance provenance = document.provenance();
    POIXMLProperties.CoreProperties core = word.getProperties().getCoreProperties();
    core.setTitle(WordText.oneLine(document.title()));
    core.setCreator(WordText.oneLine(provenance.author()));
    core.setLastModifiedByUser(WordText.oneLine(provenance.author()));
    core.setSubjectProperty(WordText.oneLine(provenance.subject()));
    core.setKeywords(WordText.oneLine(String.join(", ", provenance.keywords())));
    core.setCreated(Optional.of(Date.from(provenance.made())));
    core.setModified(Optional.of(Date.from(provenance.made())));
    core.getUnderlyingProperties().setLanguageProperty(document.language().toLanguageTag());
    word.getProperties().getExtendedProperties().setApplication("Tillit");
  }

  private static void margins(Margins margins, XWPFDocument word) {
    XWPFParagraph head = line(word.createHeader(HeaderFooterType.DEFAULT), "Header");
    WordText.write(head, margins.headStart());
    head.createRun().addTab();
    WordText.write(head, margins.headEnd());
    XWPFParagraph foot = line(word.createFooter(HeaderFooterType.DEFAULT), "Footer");
    WordText.write(foot, margins.foot());
    foot.createRun().addTab();
    WordText.write(foot, margins.pageWord() + " ");
    field(foot, "PAGE");
    WordText.write(foot, " (");
    field(foot, "NUMPAGES");
    WordText.write(foot, ")");
  }

  private static XWPFParagraph line(XWPFHeaderFooter place, String style) {
    XWPFParagraph paragraph = place.createParagraph();
    paragraph.setStyle(style);
    return paragraph;
  }

  // The number inside is what shows until the word processor counts for itself.
  private static void field(XWPFParagraph paragraph, String instruction) {
    var field = paragraph.getCTP().addNewFldSimple();
    field.setInstr(instruction);
    field.addNewR().addNewT().setStringValue("1");
  }

  private static void titles(Document document, XWPFDocument word) {
    title(word, "Kicker", document.kicker());
    title(word, "Title", document.title());
    title(word, "Subtitle", document.subtitle());
  }

  private static void title(XWPFDocument word, String style, String words) {
    if (!words.isBlank()) {
      XWPFParagraph paragraph = word.createParagraph();
      paragraph.setStyle(style);
      WordText.write(paragraph, words);
    }
  }
}
