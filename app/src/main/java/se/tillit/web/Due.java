package se.tillit.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How near a last day is: in time, soon (with days), or overdue (with days).
public record Due(LocalDate day, Nearness nearness, long days) {

  /// Soon begins this many days before the last.
  public static final int SOON = 30;

  public static Due of(LocalDate day, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, day);
    if (left < 0) {
      return new Due(day, Nearness.OVERDUE, -left);
    }
    return new Due(day, left <= SOON ? Nearness.SOON : Nearness.IN_TIME, left);
  }

  public String labelKey() {
    return switch (nearness) {
      case IN_TIME -> "web.due.in-time";
      case SOON -> "web.due.soon";
      case OVERDUE -> "web.due.overdue";
    };
  }

  /// The state whose shape and colour it borrows.
  public State state() {
    return switch (nearness) {
      case IN_TIME -> State.KEPT;
      case SOON -> State.AT_RISK;
      case OVERDUE -> State.NOT_KEPT;
    };
  }

  /// On which side of the last day we are, and how close.
  public enum Nearness {
    IN_TIME,
    SOON,
    OVERDUE
  }
}
