package se.tillit.governingdocument.clause;

import java.util.List;

/// A section of an edition with its clauses in reading order.
public record Section(int position, String number, String title, int depth, List<Clause> clauses) {}
