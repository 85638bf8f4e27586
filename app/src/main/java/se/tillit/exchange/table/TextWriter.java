package se.tillit.exchange.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/// A table as text. Every text is quoted, so that a program which expects another separator does
/// not split a cell and take its second half for a formula.
final class TextWriter implements TableWriter {

  private static final char MARK = '\ufeff';
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setDelimiter(';').setQuoteMode(QuoteMode.NON_NUMERIC).get();

  private final Writer out;
  private final CSVPrinter printer;

  TextWriter(OutputStream stream, List<String> headings) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write(MARK);
    this.printer = new CSVPrinter(out, FORMAT);
    row(headings);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    for (@Nullable Object cell : cells) {
      printer.print(written(cell));
    }
    printer.println();
  }

  private static @Nullable Object written(@Nullable Object cell) {
    return switch (cell) {
      case null -> null;
      case Long number -> number;
      case Integer number -> number;
      case BigDecimal number -> number.toPlainString().replace('.', ',');
      case Double number -> BigDecimal.valueOf(number).toPlainString().replace('.', ',');
      case LocalDate day -> day.toString();
      case String text -> FormulaGuard.neutralise(text);
      default -> throw new IllegalArgumentException("no cell holds " + cell.getClass());
    };
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
