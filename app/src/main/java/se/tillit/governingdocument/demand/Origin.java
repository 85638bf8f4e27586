package se.tillit.governingdocument.demand;

/// Where the words stand that led to a finding.
public enum Origin {
  OWN,
  /// In the sentence that the list item goes on from.
  LEAD_IN,
  /// In the sentence before, which this one speaks on about.
  SENTENCE_BEFORE,
  HEADING
}
