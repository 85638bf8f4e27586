package se.tillit.incident.regime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The definitions that come with Tillit: readable files, one for each regime and recipient.
final class Shipped {

  static final List<String> REGIMES =
      List.of(
          "csl",
          "csl-recipients",
          "csl-threat",
          "csl-registration",
          "gdpr-33",
          "gdpr-34",
          "gdpr-33-2",
          "security-protection",
          "lex-maria",
          "lex-sarah",
          "eidas-nonqualified",
          "eidas-qualified",
          "csl-trust",
          "ecom-privacy",
          "leh",
          "contract-customer",
          "contract-supplier",
          "insurance",
          "police",
          "public-record",
          "data-subject");
  static final List<String> RECIPIENTS =
      List.of(
          "csirt",
          "contact-point",
          "imy",
          "sapo",
          "ivo",
          "pts",
          "police",
          "county-board",
          "service-recipients",
          "data-subjects",
          "controllers",
          "social-board",
          "customer",
          "ourselves",
          "insurer",
          "requester");

  private Shipped() {}

  /// Every version, in the order they came.
  static List<Definition.Draft> all() {
    var all = new ArrayList<Definition.Draft>();
    RECIPIENTS.forEach(code -> add(all, Definition.Kind.RECIPIENT, "recipients/", code));
    REGIMES.forEach(code -> add(all, Definition.Kind.REGIME, "regimes/", code));
    return all;
  }

  private static void add(
      List<Definition.Draft> all, Definition.Kind kind, String folder, String code) {
    for (String text : Definitions.documents(read("/incident/" + folder + code + ".yaml"))) {
      var faults = new ArrayList<Text.Fault>();
      var draft = Definition.read(kind, text, faults);
      if (!faults.isEmpty()) {
        throw new IllegalStateException(code + " is shipped with faults: " + faults);
      }
      all.add(draft);
    }
  }

  private static String read(String path) {
    try (InputStream file = Shipped.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is not shipped");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
