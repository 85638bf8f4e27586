package se.tillit.exchange.document;

/// One piece of a document, in the order it is read.
public sealed interface Block
    permits Heading, Paragraph, Listing, Table, Facts, KeyFigures, Figure, PageBreak {}
