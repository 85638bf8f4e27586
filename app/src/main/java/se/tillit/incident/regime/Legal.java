package se.tillit.incident.regime;

/// Where a demand comes from, act and section, and how sure that is.
public record Legal(String source, Confidence confidence) {}
