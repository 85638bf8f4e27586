package se.tillit.incident.report;

import java.time.Instant;
import java.util.UUID;
import se.tillit.incident.IncidentState;

/// What a reporter may know of her report: its number and, in plain words, how far it has come.
///
/// @param words her own words; none when it is security-protected
/// @param protectedly whether it is in the hands of the head of security
/// @param duplicate whether it was found to be about the same as another report
public record Receipt(
    UUID id,
    String reference,
    Instant reportedAt,
    IncidentState state,
    boolean protectedly,
    boolean duplicate,
    boolean anonymous,
    String words) {

  /// The message that says how far it has come.
  public String stateKey() {
    if (protectedly) {
      return "incident.mine.state.protected";
    }
    return "incident.mine.state." + (duplicate ? "duplicate" : state.key());
  }
}
