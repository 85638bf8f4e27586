package se.tillit.incident.demo;

import se.tillit.incident.Certainty;
import se.tillit.incident.IncidentState;

/// An invented event and how far its case has come.
///
/// @param where words in the name of a unit
/// @param system whether a system is struck
record DemoEvent(
    String title,
    String happening,
    Certainty certainty,
    String where,
    String about,
    boolean system,
    String personalData,
    int daysAgo,
    IncidentState state,
    String kind,
    int severity,
    String measure,
    String cause,
    String lesson) {}
