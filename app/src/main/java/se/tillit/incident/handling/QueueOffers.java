package se.tillit.incident.handling;

import java.util.List;
import se.tillit.web.Option;

/// What the filters offer.
public record QueueOffers(
    List<Option> states,
    List<Option> bodies,
    List<Option> kinds,
    List<Option> handlers,
    List<Option> people,
    List<Option> severities,
    List<Option> certainties,
    List<Option> clocks) {}
