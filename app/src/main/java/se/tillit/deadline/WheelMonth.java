package se.tillit.deadline;

import se.tillit.web.State;

/// A month of the annual wheel: what falls due in it and how its sector is drawn on a square of
/// 400.
///
/// @param sector the outline, as an SVG path
/// @param labelX where its name stands, and its count below
public record WheelMonth(
    String name,
    String sentence,
    int total,
    int done,
    int overdue,
    State state,
    boolean current,
    String href,
    String sector,
    double labelX,
    double labelY) {}
