package se.tillit.governingdocument.demand;

/// How strongly a clause binds.
public enum Strength {
  SHALL,
  SHOULD,
  MAY,
  MUST_NOT,
  NONE
}
