package se.tillit.exchange.document;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.PDFTranscoder.OpenHtmlFontResolver;
import java.util.List;
import org.apache.batik.bridge.DefaultFontFamilyResolver;
import org.apache.batik.gvt.font.GVTFontFamily;

/// Paints drawings with the typefaces registered with the virtual machine.
///
/// Left alone, the library knows only fonts handed to it, and draws their letters as specks.
final class DrawingPainter extends BatikSVGDrawer {

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    fontResolver = new RegisteredFonts();
  }

  private static final class RegisteredFonts extends OpenHtmlFontResolver {

    @Override
    public GVTFontFamily resolve(String family) {
      return DefaultFontFamilyResolver.SINGLETON.resolve(family);
    }

    @Override
    public GVTFontFamily getFamilyThatCanDisplay(char sign) {
      return DefaultFontFamilyResolver.SINGLETON.getFamilyThatCanDisplay(sign);
    }

    @Override
    public GVTFontFamily getDefault() {
      return DefaultFontFamilyResolver.SINGLETON.getDefault();
    }
  }
}
