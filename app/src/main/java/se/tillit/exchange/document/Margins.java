package se.tillit.exchange.document;

/// What every page repeats: who writes and the diary number above, the document's name and page n
/// (m) below.
///
/// @param pageWord the word before the page number, "Sida" or "Page"
public record Margins(String headStart, String headEnd, String foot, String pageWord) {}
