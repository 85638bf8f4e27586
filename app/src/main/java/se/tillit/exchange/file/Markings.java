package se.tillit.exchange.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import se.tillit.kernel.Refused;

/// Looks for the markings of the four security-protection classes (säkerhetsskyddslagen 2 kap. 5 §,
/// säkerhetsskyddsförordningen 3 kap. 7 §). `Hemlig` and `konfidentiell` are everyday words too, so
/// they count as a marking in capitals, or after the word class.
public final class Markings {

  private static final Pattern MARKING =
      Pattern.compile(
          "(?<![\\p{L}])(?:(?i:kvalificerat\\s+hemlig[at]?|begr[äa]nsat\\s+hemlig[at]?"
              + "|s[äa]kerhetsskyddsklass\\w*[\\s:]+(?:hemlig|konfidentiell)[at]?"
              + "|s[äa]kerhetsskyddsklassificera\\w*)|HEMLIG|KONFIDENTIELL)(?![\\p{L}])");

  private static final int MOST_UNPACKED = 50 * 1024 * 1024;
  private static final int MOST_PAGES = 300;

  private Markings() {}

  /// The first marking in a text, as it stands there.
  public static Optional<String> in(String text) {
    Matcher found = MARKING.matcher(text);
    return found.find()
        ? Optional.of(found.group().replaceAll("\\s+", " ").strip())
        : Optional.empty();
  }

  /// Refuses words with a marking in them.
  public static void refuse(String text, String field) {
    in(text)
        .ifPresent(marking -> {
          throw new Refused("incident.field.marked", marking)
              .by("säkerhetsskyddslagen 2 kap. 5 §")
              .at(field);
        });
  }

  /// The first marking in the name or the words of a file; a photo has none that a machine reads.
  static Optional<String> in(SentFile file) {
    Optional<String> named = in(file.name().replace('_', ' ').replace('-', ' '));
    return named.isPresent() ? named : in(textOf(file));
  }

  private static String textOf(SentFile file) {
    return switch (file.ending()) {
      case "txt", "csv", "md", "json", "xml", "html", "htm", "eml", "log", "rtf", "yaml", "ics" ->
          plain(file.content());
      case "docx", "xlsx", "pptx", "odt", "ods", "odp" -> packed(file);
      case "pdf" -> printed(file);
      default -> "";
    };
  }

  private static String plain(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? text : new String(content, StandardCharsets.ISO_8859_1);
  }

  /// The words of an office file; one that unpacks to more than any honest document is refused.
  private static String packed(SentFile file) {
    var text = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        throw unreadable(file);
      }
      int left = MOST_UNPACKED;
      while (entry != null) {
        byte[] part = zip.readNBytes(left + 1);
        left -= part.length;
        if (left < 0) {
          throw unreadable(file);
        }
        if (entry.getName().endsWith(".xml")) {
          text.append(
                  plain(part)
                      .replaceAll("</[awp]?:?p>|</text:p>|</si>", " ")
                      .replaceAll("<[^>]*>", ""))
              .append(' ');
        }
        entry = zip.getNextEntry();
      }
    } catch (IOException torn) {
      throw unreadable(file);
    }
    return text.toString();
  }

  private static String printed(SentFile file) {
    try (PDDocument document = Loader.loadPDF(file.content())) {
      var words = new PDFTextStripper();
      words.setEndPage(MOST_PAGES);
      return words.getText(document);
    } catch (InvalidPasswordException locked) {
      // Nobody without the password reads it; that it is kept says so much.
      return "";
    } catch (IOException torn) {
      throw unreadable(file);
    }
  }

  private static Refused unreadable(SentFile file) {
    return new Refused("exchange.file.unreadable", file.name()).at("files");
  }
}
