package se.tillit.exchange.document;

import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;

/// Writes each block of a document with the Word style made for it.
final class WordBlocks {

  private static final BigInteger NUMBERS = BigInteger.TWO;

  private final XWPFDocument word;
  private final WordTables tables;

  WordBlocks(XWPFDocument word) {
    this.word = word;
    this.tables = new WordTables(word);
  }

  void write(Block block) throws IOException {
    switch (block) {
      case Heading heading -> paragraph("Heading" + heading.level(), heading.text());
      case Paragraph paragraph -> write(paragraph);
      case Listing listing -> write(listing);
      case Table table -> tables.write(table);
      case Facts facts -> tables.write(facts);
      case KeyFigures figures -> tables.write(figures);
      case Figure figure -> write(figure);
      case PageBreak _ -> paragraph("AfterTable", "").createRun().addBreak(BreakType.PAGE);
    }
  }

  private XWPFParagraph paragraph(String style, String words) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle(style);
    WordText.write(paragraph, words);
    return paragraph;
  }

  private void write(Paragraph block) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle(
        switch (block.kind()) {
          case BODY -> "Normal";
          case LEAD -> "Lead";
          case QUOTE -> "Quote";
          case NOTE -> "Note";
        });
    for (Span span : block.spans()) {
      WordText.write(
          paragraph,
          span.text(),
          switch (span.emphasis()) {
            case NONE -> "";
            case STRONG -> "Strong";
            case STRESSED -> "Emphasis";
          });
    }
  }

  private void write(Listing listing) {
    if (listing.kind() == Listing.Kind.BULLETED) {
      listing.items().forEach(item -> paragraph("ListBullet", item));
      return;
    }
    BigInteger number = numbersFromOne();
    listing.items().forEach(item -> paragraph("ListNumber", item).setNumID(number));
  }

  private BigInteger numbersFromOne() {
    XWPFNumbering numbering = word.getNumbering();
    BigInteger number = numbering.addNum(NUMBERS);
    CTNumLvl first = numbering.getNum(number).getCTNum().addNewLvlOverride();
    first.setIlvl(BigInteger.ZERO);
    first.addNewStartOverride().setVal(BigInteger.ONE);
    return number;
  }

  private void write(Figure figure) throws IOException {
    WordDrawing.write(figure, paragraph("Drawing", ""));
    paragraph("FigureCaption", figure.caption());
  }
}
