package se.tillit.incident.handling;

import java.util.List;
import se.tillit.web.Fact;

/// A part as typed, and what somebody else has written meanwhile.
public record PartForm(
    CaseField.Part part, TypedFields typed, Incident incident, List<Fact> others) {}
