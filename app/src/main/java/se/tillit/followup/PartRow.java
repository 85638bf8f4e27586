package se.tillit.followup;

/// A body or unit and its share of a figure.
///
/// @param query what leads to it, at the end of the figure's address
public record PartRow(String query, String name, Tally tally) {}
