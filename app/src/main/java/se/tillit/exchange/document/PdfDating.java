package se.tillit.exchange.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/// Dates a PDF by the moment its document was made instead of the moment it was written, so that
/// equal documents are equal files.
final class PdfDating {

  private final Document document;

  PdfDating(Document document) {
    this.document = document;
  }

  void apply(PDDocument pdf) throws IOException {
    Instant made = document.provenance().made().truncatedTo(ChronoUnit.SECONDS);
    Calendar calendar = GregorianCalendar.from(ZonedDateTime.ofInstant(made, ZoneOffset.UTC));
    pdf.getDocumentInformation().setCreationDate(calendar);
    pdf.getDocumentInformation().setModificationDate(calendar);
    pdf.setDocumentId(made.toEpochMilli());
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    String dated = dated(new String(metadata.toByteArray(), StandardCharsets.UTF_8), made);
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
  }

  private static String dated(String xmp, Instant made) {
    String date = made.toString().replace("Z", "+00:00");
    return xmp.replaceAll(
        "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
        "<xmp:CreateDate>"
            + date
            + "</xmp:CreateDate><xmp:ModifyDate>"
            + date
            + "</xmp:ModifyDate>");
  }
}
