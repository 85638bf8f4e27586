package se.tillit.exchange.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One piece of a document, in the order it is read. It can be kept as JSON, each under its word.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Heading.class, name = "heading"),
  @JsonSubTypes.Type(value = Paragraph.class, name = "paragraph"),
  @JsonSubTypes.Type(value = Listing.class, name = "listing"),
  @JsonSubTypes.Type(value = Table.class, name = "table"),
  @JsonSubTypes.Type(value = Facts.class, name = "facts"),
  @JsonSubTypes.Type(value = KeyFigures.class, name = "key-figures"),
  @JsonSubTypes.Type(value = Figure.class, name = "figure"),
  @JsonSubTypes.Type(value = PageBreak.class, name = "page-break")
})
public sealed interface Block
    permits Heading, Paragraph, Listing, Table, Facts, KeyFigures, Figure, PageBreak {}
