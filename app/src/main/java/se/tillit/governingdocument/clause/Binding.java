package se.tillit.governingdocument.clause;

import se.tillit.kernel.Refused;

/// A figure that tells whether a clause is kept: at or above the target in percent it is, at or
/// above the lower bound it is at risk, below that it is not.
public record Binding(String indicator, int target, int atRisk) {

  public static final int USUAL_TARGET = 90;
  public static final int USUAL_AT_RISK = 70;

  public Binding {
    if (target < 1 || target > 100) {
      throw new Refused("governingdocument.binding.target").at("target");
    }
    if (atRisk < 0 || atRisk > target) {
      throw new Refused("governingdocument.binding.at-risk").at("atRisk");
    }
  }

  public static Binding usual(String indicator) {
    return new Binding(indicator, USUAL_TARGET, USUAL_AT_RISK);
  }
}
