package se.tillit.exchange.document;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// Puts a drawing into Word as a picture, sharp enough for paper, with the words that stand in for
/// it.
final class WordDrawing {

  private static final double WIDTH_IN_POINTS = 464;
  private static final float WIDTH_IN_PIXELS = 1800;

  private WordDrawing() {}

  static void write(Figure figure, XWPFParagraph paragraph) throws IOException {
    DrawingSize size = DrawingSize.of(figure.svg());
    XWPFRun run = paragraph.createRun();
    try {
      run.addPicture(
          new ByteArrayInputStream(picture(figure.svg())),
          PictureType.PNG,
          "figure.png",
          Units.toEMU(WIDTH_IN_POINTS),
          Units.toEMU(size.heightAtWidth(WIDTH_IN_POINTS)));
    } catch (InvalidFormatException | TranscoderException failure) {
      throw new IOException("A drawing could not be put into the document", failure);
    }
    run.getCTR()
        .getDrawingArray(0)
        .getInlineArray(0)
        .getDocPr()
        .setDescr(WordText.oneLine(figure.alternative()));
  }

  private static byte[] picture(String svg) throws TranscoderException {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, WIDTH_IN_PIXELS);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(bytes));
    return bytes.toByteArray();
  }
}
