package se.tillit.exchange.document;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Writes a document as tagged PDF that an archive and a screen reader accept: PDF/A-2a and
/// PDF/UA-1.
///
/// The same document gives the same bytes. Nothing is fetched: fonts are ours, drawings are the
/// document's own.
public final class PdfRenderer {

  private static final String PRODUCER = "Tillit";
  private static final float VERSION = 1.7f;
  private static final String SCHEME = "figure";

  static {
    XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
  }

  public byte[] render(Document document) {
    Face.registerForDrawings();
    PrintPage page = new PrintPage(document);
    String xhtml = page.write();
    try (PDDocument pdf = new PDDocument();
        BatikSVGDrawer drawer = new DrawingPainter();
        PdfBoxRenderer renderer = renderer(xhtml, page.drawings(), pdf, drawer)) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      new PdfDating(document).apply(pdf);
      PdfStructure.tidy(pdf);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PdfBoxRenderer renderer(
      String xhtml, List<String> drawings, PDDocument pdf, BatikSVGDrawer drawer)
      throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePDDocument(pdf);
    builder.usePdfVersion(VERSION);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(PRODUCER);
    useFace(builder, Face.REGULAR, pdf);
    useFace(builder, Face.ITALIC, pdf);
    useFace(builder, Face.BOLD, pdf);
    builder.useSVGDrawer(drawer);
    builder.useExternalResourceAccessControl(
        (uri, _) -> uri.startsWith(SCHEME + ":"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useProtocolsStreamImplementation(uri -> new Drawing(drawing(uri, drawings)), SCHEME);
    builder.withHtmlContent(xhtml, null);
    return builder.buildPdfRenderer();
  }

  private static void useFace(PdfRendererBuilder builder, Face face, PDDocument pdf)
      throws IOException {
    builder.useFont(
        new PDFontSupplier(face.embedIn(pdf)),
        Face.FAMILY,
        face == Face.BOLD ? 700 : 400,
        face == Face.ITALIC ? FontStyle.ITALIC : FontStyle.NORMAL,
        true);
  }

  private static String drawing(String uri, List<String> drawings) {
    String position = uri.substring(uri.lastIndexOf('/') + 1, uri.lastIndexOf('.'));
    return drawings.get(Integer.parseInt(position));
  }

  private record Drawing(String svg) implements FSStream {

    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Reader getReader() {
      return new StringReader(svg);
    }
  }
}
