package se.tillit.governingdocument.demand;

/// The word lists, read once.
final class Lexicons {

  static final Lexicon BEARERS = Lexicon.of("bearers.txt");
  static final Lexicon CADENCES = Lexicon.of("cadences.txt");
  static final Lexicon LAWS = Lexicon.of("laws.txt");
  static final Lexicon MODALS = Lexicon.of("modals.txt");
  static final Lexicon VERBS = Lexicon.of("verbs.txt");

  private Lexicons() {}
}
