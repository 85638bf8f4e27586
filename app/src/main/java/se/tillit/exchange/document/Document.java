package se.tillit.exchange.document;

import java.util.List;
import java.util.Locale;

/// A document to be printed, filed and read aloud: its title, who stands behind it, and its blocks
/// in reading order.
///
/// @param kicker what kind of document it is, printed above the title; may be empty
/// @param subtitle what the title leaves out, such as body and year; may be empty
public record Document(
    String kicker,
    String title,
    String subtitle,
    Locale language,
    Provenance provenance,
    Margins margins,
    List<Block> body) {

  public Document {
    if (title.isBlank()) {
      throw new IllegalArgumentException(
          "A document without a title can be neither filed nor read aloud");
    }
    body = List.copyOf(body);
  }
}
