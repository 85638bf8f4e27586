package se.tillit.governingdocument.demand;

import java.util.List;

/// How a clause is understood: a proposal that shows its reasons.
///
/// @param cue the words that decided the kind, empty for context
public record Reading(
    Kind kind,
    Strength strength,
    String cue,
    Origin origin,
    List<Finding> findings,
    List<Split> splits) {

  public Reading {
    findings = List.copyOf(findings);
    splits = List.copyOf(splits);
  }

  public List<Finding> about(Topic topic) {
    return findings.stream().filter(finding -> finding.topic() == topic).toList();
  }

  /// True for what somebody must do, answers for or may do.
  public boolean binds() {
    return kind == Kind.DEMAND || kind == Kind.ROLE_DUTY || kind == Kind.PERMISSION;
  }
}
