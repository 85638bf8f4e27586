package se.tillit.exchange.document;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/// Writes tables, named facts and key figures as tables of Word.
final class WordTables {

  /// The width between the margins of the template's page, in twentieths of a point.
  private static final int PAGE_WIDTH = 9298;

  private static final int FACT_NAME_WIDTH = 2400;
  private static final int FIGURES_PER_ROW = 4;

  private final XWPFDocument word;

  WordTables(XWPFDocument word) {
    this.word = word;
  }

  void write(Table table) {
    caption(table.caption());
    int[] widths = widths(table.columns());
    XWPFTable made = table(table.rows().size() + 1, widths, "Rows", table.caption(), true);
    List<XWPFTableRow> rows = made.getRows();
    heading(rows.getFirst(), table.columns());
    for (int at = 0; at < table.rows().size(); at++) {
      fill(rows.get(at + 1), table.rows().get(at), table.columns());
    }
    space();
  }

  void write(Facts facts) {
    int[] widths = {FACT_NAME_WIDTH, PAGE_WIDTH - FACT_NAME_WIDTH};
    XWPFTable made = table(facts.facts().size(), widths, "Facts", "", false);
    for (int at = 0; at < facts.facts().size(); at++) {
      XWPFTableRow row = made.getRow(at);
      WordText.write(styled(row.getCell(0), "FactName"), facts.facts().get(at).name());
      WordText.write(styled(row.getCell(1), "TableText"), facts.facts().get(at).value());
    }
    space();
  }

  void write(KeyFigures figures) {
    List<KeyFigures.KeyFigure> all = figures.figures();
    int across = Math.min(FIGURES_PER_ROW, all.size());
    int[] widths = new int[across];
    Arrays.fill(widths, PAGE_WIDTH / across);
    XWPFTable made = table((all.size() + across - 1) / across, widths, "KeyFigures", "", false);
    for (int at = 0; at < all.size(); at++) {
      fill(made.getRow(at / across).getCell(at % across), all.get(at));
    }
    space();
  }

  private void caption(String words) {
    XWPFParagraph caption = word.createParagraph();
    caption.setStyle("Caption");
    WordText.write(caption, words);
  }

  // Two tables in a row would melt into one, and a document must not end with a table.
  private void space() {
    word.createParagraph().setStyle("AfterTable");
  }

  private XWPFTable table(int rows, int[] widths, String style, String caption, boolean headed) {
    XWPFTable made = word.createTable(rows, widths.length);
    CTTblPr properties = made.getCTTbl().getTblPr();
    properties.unsetTblBorders();
    made.setStyleID(style);
    made.setWidthType(TableWidthType.DXA);
    made.setWidth(PAGE_WIDTH);
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    look(properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook(), headed);
    if (!caption.isEmpty()) {
      properties.addNewTblCaption().setVal(WordText.oneLine(caption));
    }
    grid(made, widths);
    for (XWPFTableRow row : made.getRows()) {
      row.setCantSplitRow(true);
    }
    return made;
  }

  private static void grid(XWPFTable made, int[] widths) {
    CTTblGrid given = made.getCTTbl().getTblGrid();
    CTTblGrid grid = given == null ? made.getCTTbl().addNewTblGrid() : given;
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
  }

  private static void look(CTTblLook look, boolean headed) {
    look.setFirstRow(headed);
    look.setFirstColumn(true);
    look.setLastRow(false);
    look.setLastColumn(false);
    look.setNoHBand(true);
    look.setNoVBand(true);
  }

  private static void heading(XWPFTableRow row, List<Table.Column> columns) {
    row.setRepeatHeader(true);
    for (int at = 0; at < columns.size(); at++) {
      WordText.write(
          styled(row.getCell(at), style(columns.get(at))), columns.get(at).heading(), "Strong");
    }
  }

  private static void fill(XWPFTableRow row, Table.Row values, List<Table.Column> columns) {
    for (int at = 0; at < columns.size(); at++) {
      Table.Cell value = values.cells().get(at);
      XWPFParagraph paragraph = styled(row.getCell(at), style(columns.get(at)));
      if (values.emphasised() && value.tone() == Tone.PLAIN) {
        WordText.write(paragraph, value.text(), "Strong");
      } else {
        WordText.write(paragraph, value.text(), value.tone());
      }
    }
  }

  private static void fill(XWPFTableCell cell, KeyFigures.KeyFigure figure) {
    WordText.write(styled(cell, "KeyFigure"), figure.value(), figure.tone());
    WordText.write(next(cell, "KeyFigureLabel"), figure.label());
    WordText.write(next(cell, "KeyFigureNote"), figure.note());
  }

  private static XWPFParagraph styled(XWPFTableCell cell, String style) {
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setStyle(style);
    return paragraph;
  }

  private static XWPFParagraph next(XWPFTableCell cell, String style) {
    XWPFParagraph paragraph = cell.addParagraph();
    paragraph.setStyle(style);
    return paragraph;
  }

  private static int[] widths(List<Table.Column> columns) {
    int shares = columns.stream().mapToInt(Table.Column::share).sum();
    return columns.stream().mapToInt(column -> PAGE_WIDTH * column.share() / shares).toArray();
  }

  private static String style(Table.Column column) {
    return column.alignment() == Table.Alignment.END ? "TableFigure" : "TableText";
  }
}
