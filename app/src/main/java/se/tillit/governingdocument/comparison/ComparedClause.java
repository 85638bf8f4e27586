package se.tillit.governingdocument.comparison;

/// A clause as it is compared: the heading it stands under and all its words, those of its lead-in
/// included.
public record ComparedClause(String heading, String text) {}
