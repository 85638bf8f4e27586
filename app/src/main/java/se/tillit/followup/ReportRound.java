package se.tillit.followup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A round of reports that the documents in force ask for: one to each recipient.
///
/// @param due the first day that one of them is due
/// @param settled the last day that one of them should have been handled
/// @param recipients how many bodies
/// @param drafts how many stand as drafts
/// @param frozen how many have been frozen, and more
/// @param delivered how many have gone out, and more
/// @param handled how many a meeting has handled
public record ReportRound(
    ReportPeriod about,
    LocalDate due,
    @Nullable LocalDate settled,
    int recipients,
    int drafts,
    int frozen,
    int delivered,
    int handled) {

  public int drafted() {
    return drafts + frozen;
  }

  public boolean isDone() {
    return handled >= recipients;
  }
}
