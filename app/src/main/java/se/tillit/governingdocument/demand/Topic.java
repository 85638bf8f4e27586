package se.tillit.governingdocument.demand;

/// What was found in a clause.
public enum Topic {
  /// Who answers for it; keys such as `council` or `manager`.
  BEARER,
  /// How often; keys such as `yearly` or `each-term`.
  CADENCE,
  /// Who is to get a report; the same keys as bearers.
  RECIPIENT,
  /// A figure that could tell whether it is kept; keys are those of the indicators.
  INDICATOR,
  /// A law, agreement or standard that it points at.
  LAW
}
