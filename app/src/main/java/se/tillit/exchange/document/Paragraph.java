package se.tillit.exchange.document;

import java.util.List;

/// Running text; a line break inside a span starts a new line.
public record Paragraph(Kind kind, List<Span> spans) implements Block {

  /// What a paragraph is for, which decides how it looks.
  public enum Kind {
    BODY,
    /// The first sentences, which say what matters most.
    LEAD,
    /// Words of another document, such as a clause of the policy.
    QUOTE,
    /// A remark in the margin of the matter: how a figure is counted, when it was frozen.
    NOTE
  }

  public Paragraph {
    spans = List.copyOf(spans);
  }

  public static Paragraph of(String text) {
    return new Paragraph(Kind.BODY, List.of(Span.of(text)));
  }

  public static Paragraph of(Kind kind, String text) {
    return new Paragraph(kind, List.of(Span.of(text)));
  }
}
