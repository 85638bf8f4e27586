package se.tillit.governingdocument.demand;

/// The kind and strength of a sentence, and the words, from one place up to another, that decided
/// them.
record Verdict(Kind kind, Strength strength, int from, int to) {

  static final Verdict CONTEXT = new Verdict(Kind.CONTEXT, Strength.NONE, 0, 0);

  static Verdict demand(Strength strength, int from, int to) {
    return new Verdict(Kind.DEMAND, strength, from, to);
  }

  static Verdict duty(int from, int to) {
    return new Verdict(Kind.ROLE_DUTY, Strength.SHALL, from, to);
  }

  boolean binds() {
    return kind == Kind.DEMAND || kind == Kind.ROLE_DUTY || kind == Kind.PERMISSION;
  }
}
