package se.tillit.governingdocument.review;

import java.util.List;

/// A section under review.
public record ReviewedSection(String number, String title, List<ReviewedClause> clauses) {}
